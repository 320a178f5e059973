using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Derma.Service.Tests;

public class HostileUploadTests
{
    const string Boundary = "----edge", Head = "POST /api/predictions HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=" + Boundary + "\r\n";
    const string PhotoSection = "--" + Boundary + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n";

    static readonly ServiceOptions Small = new() { MaxUploadBytes = 100_000, MaxPixels = 1_000_000 };

    // By name: xUnit keeps what a theory is given as text, and three megabytes as gigabytes of it.
    static byte[] File(string name) => name switch
    {
        "empty" => [],
        "wrong type" => "GIF89a not this one"u8.ToArray(),
        "a page that ends like a photo" => [.. "<html><script>1</script>"u8, .. PhotoBytes.Jpeg(64, 32)],
        "cut short" => PhotoBytes.Jpeg(320, 240)[..^200],
        "a bomb" => PngBytes.Make(14_000, 14_000, 8, PngBytes.Grey, [0]),
        "more than is taken" => new byte[100_001],
        "much more than is taken" => new byte[3_000_000],
        _ => throw new ArgumentException(name),
    };

    [Theory]
    [InlineData("empty", 422, "empty")]
    [InlineData("wrong type", 415, "not-a-photo")]
    [InlineData("a page that ends like a photo", 415, "not-a-photo")]
    [InlineData("cut short", 422, "cut-short")]
    [InlineData("a bomb", 413, "too-many-pixels")]
    [InlineData("more than is taken", 413, "too-large")]
    [InlineData("much more than is taken", 413, "too-large")]
    public async Task A_file_that_is_no_usable_photo_is_refused_with_a_reason(string name, int status, string code)
    {
        await using var service = await TestService.StartAsync(options: Small);
        await TestService.ProblemAsync(await service.PostAsync(TestService.Form(File(name), name)), status, code);
        await service.PredictAsync();
    }

    public static TheoryData<string, byte[]> Kinds => new()
    {
        { "a GIF", Pictures.Gif }, { "a WebP", Pictures.WebP }, { "a BMP", Pictures.Bmp }, { "an ICO", Pictures.Ico }, { "a TIFF", Pictures.Tiff }, { "an SVG", Pictures.Svg },
        { "a HEIC", Pictures.Iso("heic", "mif1", "heic") }, { "an AVIF", Pictures.Iso("avif", "mif1", "avif") }, { "an AVIF", Pictures.Iso("mif1", "avif", "miaf") },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_picture_of_another_kind_is_named_whatever_it_is_called(string kind, byte[] file)
    {
        await using var service = await TestService.StartAsync();
        var detail = await TestService.ProblemAsync(await service.PostAsync(TestService.Form(file, "arm.jpg")), 415, "not-a-photo");
        Assert.Equal($"The photo is {kind} file, not a JPEG or PNG picture; send a JPEG or PNG photo.", detail);
    }

    public static TheoryData<string, int> Codes => new()
    {
        { "empty", 422 }, { "not-a-photo", 415 }, { "cut-short", 422 }, { "damaged", 422 }, { "too-many-pixels", 413 }, { "too-thin", 422 }, { "too-small", 422 },
    };

    [Theory, MemberData(nameof(Codes))]
    public async Task Each_reason_of_the_model_has_its_status(string code, int status)
    {
        await using var service = await TestService.StartAsync(new FakeModel { Refuses = new Derma.Inference.PhotoError(code, "The photo is not usable.") });
        Assert.Equal("The photo is not usable.", await TestService.ProblemAsync(await service.PostAsync(TestService.Form(PhotoBytes.Jpeg(64, 32))), status, code));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("C:\\windows\\win.ini")]
    [InlineData("con.jpg")]
    public async Task A_file_name_is_never_looked_at(string fileName)
    {
        var log = new LogLines();
        await using var service = await TestService.StartAsync(options: new ServiceOptions { Log = log });
        var section = new ByteArrayContent(PhotoBytes.Jpeg(64, 32));
        section.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"photo\"; filename=\"{fileName}\"");
        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync(new MultipartFormDataContent { section })).StatusCode);
        Assert.DoesNotContain(log.Lines, line => line.Contains(fileName));
    }

    [Fact]
    public async Task Anything_but_one_field_named_photo_is_refused_by_name()
    {
        await using var service = await TestService.StartAsync();
        var photo = PhotoBytes.Jpeg(64, 32);
        var other = new MultipartFormDataContent { { new ByteArrayContent(photo), "picture", "a.jpg" } };
        Assert.Contains("'picture'", await TestService.ProblemAsync(await service.PostAsync(other), 400, "unexpected-field"));
        var two = TestService.Form(photo);
        two.Add(new ByteArrayContent(photo), "photo", "b.jpg");
        Assert.Contains("'photo'", await TestService.ProblemAsync(await service.PostAsync(two), 400, "unexpected-field"));
        var more = TestService.Form(photo);
        more.Add(new StringContent("1"), "<b>age</b>");
        Assert.Contains("'bageb'", await TestService.ProblemAsync(await service.PostAsync(more), 400, "unexpected-field"));
        await TestService.ProblemAsync(await service.PostAsync(new MultipartFormDataContent()), 400, "no-photo");
    }

    [Fact]
    public async Task A_thousand_fields_are_refused_at_the_first()
    {
        await using var service = await TestService.StartAsync();
        var form = new MultipartFormDataContent();
        for (var i = 0; i < 1000; i++) form.Add(new StringContent("x"), $"field{i}");
        Assert.Contains("'field0'", await TestService.ProblemAsync(await service.PostAsync(form), 400, "unexpected-field"));
    }

    [Fact]
    public async Task Other_bodies_than_forms_are_refused()
    {
        await using var service = await TestService.StartAsync();
        await TestService.ProblemAsync(await service.PostAsync(new ByteArrayContent(PhotoBytes.Jpeg(64, 32))), 415, "not-multipart");
        await TestService.ProblemAsync(await service.PostAsync(new StringContent("{}", Encoding.UTF8, "application/json")), 415, "not-multipart");
        var edgeless = new ByteArrayContent([]) { Headers = { ContentType = new MediaTypeHeaderValue("multipart/form-data") } };
        await TestService.ProblemAsync(await service.PostAsync(edgeless), 400, "bad-multipart");
        var broken = new ByteArrayContent("no edge anywhere"u8.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } };
        await TestService.ProblemAsync(await service.PostAsync(broken), 400, "bad-multipart");
    }

    [Fact]
    public async Task Section_headers_without_end_are_refused()
    {
        await using var service = await TestService.StartAsync();
        var body = $"--{Boundary}\r\nContent-Disposition: form-data; name=\"photo\"\r\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"X-{i}: {new string('x', 100)}\r\n"));
        var answer = await SendAsync(service, Head + $"Content-Length: {body.Length}\r\n\r\n" + body);
        Assert.StartsWith("HTTP/1.1 400", answer);
        Assert.Contains("bad-multipart", answer);
    }

    [Fact]
    public async Task A_chunked_body_without_end_is_cut_at_the_limit()
    {
        await using var service = await TestService.StartAsync(options: Small);
        var chunk = "4000\r\n" + new string('x', 0x4000) + "\r\n";
        var answer = await SendAsync(service, Head + "Transfer-Encoding: chunked\r\n\r\n" + Chunk(PhotoSection) + string.Concat(Enumerable.Repeat(chunk, 8)));
        Assert.StartsWith("HTTP/1.1 413", answer);
        Assert.Contains("too-large", answer);
    }

    [Fact]
    public async Task A_sender_who_stops_is_cut_off()
    {
        await using var service = await TestService.StartAsync(options: Small with { UploadTimeout = TimeSpan.FromMilliseconds(200) });
        var answer = await SendAsync(service, Head + "Content-Length: 5000\r\n\r\n" + PhotoSection + "and no more");
        Assert.StartsWith("HTTP/1.1 408", answer);
        Assert.Contains("upload-timeout", answer);
    }

    [Fact]
    public async Task A_form_that_ends_early_is_refused()
    {
        await using var service = await TestService.StartAsync(options: Small);
        var body = PhotoSection + "half a photo";
        var answer = await SendAsync(service, Head + $"Content-Length: {body.Length}\r\n\r\n" + body);
        Assert.StartsWith("HTTP/1.1 400", answer);
        Assert.Contains("bad-multipart", answer);
    }

    static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";

    /// <summary>Sends text as it is and reads until the answer's last word.</summary>
    static async Task<string> SendAsync(TestService service, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(service.Service.Address.Host, service.Service.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        var answer = "";
        var buffer = new byte[4096];
        while (!answer.EndsWith('}') && await stream.ReadAsync(buffer) is > 0 and var read) answer += Encoding.UTF8.GetString(buffer, 0, read).TrimEnd('\r', '\n', '0');
        return answer;
    }
}
