using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Derma.Notebooks.Results;

namespace Derma.Notebooks.Tests.Results;

public class ColouredCodeTests
{
    [Theory]
    [InlineData("var a = 1.5f;", "keyword:var number:1.5f")]
    [InlineData("if (x is null) return; // why", "keyword:if keyword:is keyword:null keyword:return comment:// why")]
    [InlineData("Console.WriteLine($\"a{n}b\");", "type:Console method:WriteLine string:$\" string:a string:b string:\"")]
    [InlineData("List<int> Sorted(List<int> all) => all;", "type:List keyword:int method:Sorted type:List keyword:int")]
    [InlineData("record Point(int X);", "keyword:record type:Point keyword:int")]
    [InlineData("#r \"nuget: Some.Package\"\nawait X.Y(5);", "directive:#r \"nuget: Some.Package\" keyword:await type:X method:Y number:5")]
    [InlineData("#!import setup.dib", "directive:#!import setup.dib")]
    [InlineData("lab.Train(attempt with { Epochs = 3 }, 'c');", "method:Train keyword:with number:3 string:'c'")]
    [InlineData("items?.Select(x => x)", "method:Select")]
    [InlineData("var broken = (", "keyword:var")]
    public void Words_are_told_apart(string code, string expected)
    {
        var spans = new HtmlParser().ParseDocument(string.Join('\n', ColouredCode.Lines(code, "csharp"))).QuerySelectorAll("span");
        Assert.Equal(expected, string.Join(' ', spans.Select(span => $"{span.ClassName![2..]}:{span.TextContent}")));
    }

    [Theory]
    [InlineData("csharp")]
    [InlineData("html")]
    public void The_text_stays_as_it_is_and_every_line_ends_its_own_elements(string kernel)
    {
        const string code = "/* one\n   <two> */\nvar text = \"\"\"\n    a & b\n    \"\"\";\n\nvar wide = @\"c\nd\"; // \"e\"";
        var lines = ColouredCode.Lines(code, kernel);
        Assert.Equal(code.Split('\n'), lines.Select(line => new HtmlParser().ParseDocument($"<pre>{line}</pre>").Body!.TextContent));
        Assert.All(lines, line => Assert.Equal(Regex.Count(line, "<span"), Regex.Count(line, "</span>")));
        Assert.Equal(kernel == "csharp", lines[0].Contains("c-comment"));
    }

    [Fact]
    public void Code_inside_text_is_coloured_too() =>
        Assert.Equal("<pre><code><span class=\"c-keyword\">var</span> a = b;</code></pre>",
            new MarkdownHtml("/", new Dictionary<string, string>()).ToHtml("```csharp\nvar a = b;\n```").Trim());
}
