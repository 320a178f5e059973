using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Derma.Notebooks.Tests.Magics;

/// <summary>Values between kernels that are not both C#.</summary>
public sealed class SharingTests
{
    static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> Shown(string text, string? folder = null)
    {
        var run = await InProcess.RunAsync(text, folder);
        Assert.Null(run.FirstFailure?.Error);
        return run.Cells[^1].Shown();
    }

    static async Task<string> Script(string text) => string.Join('\n', (await Shown(text)).Select(data => data["application/javascript"]));

    [Theory]
    [InlineData("new { A = new[] { 1, 2 } }", "{\"A\":[1,2]}")]
    [InlineData("\"</script>\"", "\"\\u003C/script\\u003E\"")]
    [InlineData("2.5", "2.5")]
    [InlineData("(string)null", "null")]
    public async Task JavaScript_gets_a_value_of_csharp_as_json_on_the_page(string value, string json) =>
        Assert.Equal($"globalThis.x = {json};\nalert(x)", await Script($"#!csharp\nvar x = {value};\n#!javascript\n#!share --from csharp x\nalert(x)"));

    [Fact]
    public async Task JavaScript_gets_a_text_as_a_string_and_json_as_its_value_under_the_name_it_asks_for() => Assert.Equal(
        "globalThis.a = \"5\";\nglobalThis.b = [5,\"\\u003C/script\\u003E\"];",
        await Script("#!csharp\n#!value --name text --from-value 5\n#!value --name data --from-value [5,\"</script>\"] --mime-type application/json\n#!javascript\n#!share text --from value --as a\n#!share data --from value --as b"));

    [Fact]
    public async Task Set_works_in_javascript_as_it_does_in_csharp() => Assert.Equal("globalThis.x = \"123\";\nglobalThis.y = 4;",
        await Script("#!csharp\nvar four = 4;\n#!javascript\n#!set --name x --value 123\n#!set --name y --value @csharp:four"));

    [Fact]
    public async Task Csharp_sets_a_variable_from_a_value() =>
        Assert.Equal("hello", (await Shown("#!csharp\n#!value --name text --from-value hello\n#!csharp\n#!set --name x --value @value:text\nx"))[0]["text/plain"]);

    [Theory]
    [InlineData("#!set --name x --value @value:data", "Double")]
    [InlineData("#!share x --from value", "Double")]
    public async Task A_number_of_the_value_kernel_is_copied_as_a_number(string magic, string type) => Assert.Equal(type,
        (await Shown($"#!csharp\n#!value --name data --from-value 5 --mime-type application/json\n#!value --name x --from-value 5 --mime-type application/json\n#!csharp\n{magic}\nx.GetType().Name"))[0]["text/plain"]);

    [Fact]
    public async Task The_value_kernel_keeps_what_is_shared_with_it() =>
        Assert.Equal("[1,2]", (await Shown("#!csharp\nvar list = new[] { 1, 2 };\n#!value\n#!share list --from csharp\n#!csharp\n#!share list --from value --as again\nagain.RootElement.ToString()"))[0]["text/plain"]);

    [Fact]
    public async Task A_mime_type_shares_the_value_in_that_form() =>
        Assert.Equal("<b>1</b>", (await Shown("#!csharp\nvar x = HTML(\"<b>1</b>\");\n#!csharp\n#!share x --from csharp --as html --mime-type text/html\nhtml"))[0]["text/plain"]);

    [Fact]
    public async Task Whos_lists_the_variables_of_its_own_kernel()
    {
        var table = (await Shown("#!csharp\nvar other = 1;\n#!value --name text --from-value hello\n#!value\n#!whos"))[0]["text/html"];
        Assert.Matches("<td>text</td>", table);
        Assert.DoesNotContain("other", table);
    }

    [Fact]
    public async Task A_value_comes_from_a_file_in_the_mime_type_it_is_given()
    {
        var folder = RunText.NewFolder();
        File.WriteAllText(Path.Combine(folder, "data.json"), "{\"a\":7}");
        Assert.Equal("7", (await Shown($"#!csharp\n#!value --name data --from-file {Path.Combine(folder, "data.json")} --mime-type application/json\n#!csharp\n#!share data --from value\ndata.RootElement.GetProperty(\"a\").ToString()", folder))[0]["text/plain"]);
    }

    [Theory]
    [InlineData("200 OK", "downloaded")]
    [InlineData("404 Not Found", "01-test.dib(2): cell 1: Response status code does not indicate success: 404 (Not Found).")]
    public async Task A_value_comes_from_an_address(string status, string shown)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var address = $"http://{server.LocalEndpoint}/";
        var answer = AnswerAsync(server, $"HTTP/1.1 {status}\r\nContent-Length: 10\r\nConnection: close\r\n\r\ndownloaded");
        var cell = (await InProcess.RunAsync($"#!csharp\n#!value --name x --from-url {address}")).Cells[0];
        await answer;
        Assert.Equal(shown, cell.Error?.Message.Replace(address, "ADDRESS") ?? cell.Shown()[0]["text/plain"]);
    }

    static async Task AnswerAsync(TcpListener server, string answer)
    {
        using var client = await server.AcceptTcpClientAsync();
        await client.GetStream().ReadExactlyAsync(new byte[4]);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}
