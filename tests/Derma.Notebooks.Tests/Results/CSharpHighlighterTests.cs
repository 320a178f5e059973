using System.Net;
using System.Text.RegularExpressions;
using Derma.Notebooks.Results;

namespace Derma.Notebooks.Tests.Results;

public sealed class CSharpHighlighterTests
{
    [Theory]
    [InlineData("var", "k")]
    [InlineData("// note", "c")]
    [InlineData("\"text \\\" more\"", "s")]
    [InlineData("@\"a \"\" b\"", "s")]
    [InlineData("'x'", "s")]
    [InlineData("1_000.5e-3f", "n")]
    [InlineData("List", "t")]
    [InlineData("#r \"x.dll\"", "d")]
    public void Tokens_have_a_class_each(string code, string kind) => Assert.Equal($"<span class=\"{kind}\">{WebUtility.HtmlEncode(code)}</span>", Assert.Single(CSharpHighlighter.Lines(code)));

    [Fact]
    public void A_token_over_several_lines_is_marked_line_by_line() => Assert.Equal(["<span class=\"s\">&quot;&quot;&quot;</span>", "<span class=\"s\">a &lt; b</span>", "<span class=\"s\">&quot;&quot;&quot;</span>"], CSharpHighlighter.Lines("\"\"\"\na < b\n\"\"\""));

    [Fact]
    public void The_text_itself_is_unchanged()
    {
        const string code = "#!time\nrecord P<T>(int X) where T : class; // a & b\nvar s = $\"{x:0.0} <i>\" + @event.Name;\n\tif (a < 2 && b > 'c') { }\n";
        var text = string.Join('\n', CSharpHighlighter.Lines(code).Select(line => WebUtility.HtmlDecode(Regex.Replace(line, "<[^>]+>", ""))));
        Assert.Equal(code, text);
    }
}
