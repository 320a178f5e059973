using Derma.Notebooks.Documents;
using Microsoft.DotNet.Interactive.Documents;

namespace Derma.Notebooks.Tests.Format;

/// <summary>Documents split as the stock tool's own library splits them when VS Code opens them.</summary>
public sealed class StockToolTests
{
    /// <summary>The kernels that VS Code hands to the library.</summary>
    static KernelInfoCollection Kernels() =>
    [
        new("csharp", "C#", ["c#", "cs"]), new("fsharp", "F#", ["f#", "fs"]), new("pwsh", "PowerShell", ["powershell"]),
        new("javascript", "JavaScript", ["js"]), new("html", "HTML"), new("mermaid", "Mermaid"), new("http", "HTTP"), new("value"),
    ];

    static readonly string[] names =
    [
        "csharp", "c#", "cs", "C#", "CSharp", "fsharp", "f#", "fs", "F#", "pwsh", "powershell", "javascript", "js", "html", "mermaid", "http", "value",
        "markdown", "md", "sql", "kql", "vscode", "webview", ".NET", "own", "o", "time", "import x.dib", "meta", "metadata", "", " csharp", "csharp ", "value --name x",
    ];

    static readonly string[] metas =
    [
        "{}", "{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\",\"items\":[{\"name\":\"own\",\"aliases\":[\"o\"]}]}}", "\n{\n\n\"a\":1}\n",
        "{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"csharp\",\"languageName\":\"C#\",\"aliases\":[\"c#\",\"cs\"]},{\"name\":\"sql\"},{\"name\":\".NET\"}]}}",
        "{\"polyglot_notebook\":{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"own\"}]}}}", "{\"kernelInfo\":{\"items\":[]}}", "[]", "{", "null", "",
    ];

    static readonly string[] others = ["", "", "", " ", "\t", "x", "#r \"nuget:X\"", "#! csharp", " #!csharp", "//#!html", "```", "\u2028", "\f#!md", "ü", "#!"];

    [Fact]
    public void Random_documents_are_split_trimmed_and_named_as_the_stock_tool_does()
    {
        var random = new Random(1);
        string Any(string[] texts) => texts[random.Next(texts.Length)];
        string Piece() => random.Next(14) switch { 0 => "#!meta" + Any(["", "", " ", "x"]) + "\n" + Any(metas), < 6 => "#!" + Any(names), _ => Any(others) };
        var bad = new List<string>();
        for (var number = 0; number < 20_000; number++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Piece() + Any(["\n", "\n", "\r\n", ""])));
            if (Stock(text) != Own(text) && !(Own(text) == "refused" && Stock(text).StartsWith("refused"))) bad.Add($"{System.Text.Json.JsonSerializer.Serialize(text)}\n   stock {System.Text.Json.JsonSerializer.Serialize(Stock(text))}\n   own {System.Text.Json.JsonSerializer.Serialize(Own(text))}");
        }
        File.WriteAllLines("/tmp/wa-bad.txt", bad.OrderBy(b => b.Length));
        Assert.Empty(bad);
    }

    static string Own(string text)
    {
        try
        {
            return string.Join('\0', DibReader.Parse(text).Cells.Select(cell => $"{cell.Kernel}:{cell.Source}"));
        }
        catch (NotebookException)
        {
            return "refused";
        }
    }

    static string Stock(string text)
    {
        try
        {
            return string.Join('\0', CodeSubmission.Parse(text, Kernels()).Elements.Select(element => $"{element.KernelName}:{element.Contents}"));
        }
        catch (Exception problem)
        {
            return "refused" + problem.GetType();
        }
    }
}
