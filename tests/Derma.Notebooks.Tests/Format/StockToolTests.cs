using System.Text.Json;
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
        "{\"polyglot_notebook\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"own\"}]}}",
        "{\"dotnet_interactive\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"own\"}]}}", "{\"kernelInfo\":{\"items\":[{\"name\":\"csharp\",\"aliases\":[\"own\"]}]}}",
        "{\"kernelInfo\":{\"items\":[{\"name\":\"own\",\"aliases\":[\"js\",\"o\"]},{\"name\":\"cs\"}]}}", "{\"kernelInfo\":{\"items\":[{\"name\":\"own\",\"aliases\":[\"time\"]},{\"name\":\"o\",\"aliases\":[\"own\"]}]}}",
        "{\"kernelInfo\":{\"items\":[{\"name\":\"own\"},{\"name\":\"own\"},{\"name\":\"markdown\",\"aliases\":[\"o\"]}]}}", "{\"kernelInfo\":{\"items\":[]}}", "[]", "{", "null", "",
    ];

    static readonly string[] others = ["", "", "", " ", "\t", "x", "#r \"nuget:X\"", "#! csharp", " #!csharp", "//#!html", "```", "\u2028", "\f#!md", "ü", "#!"];

    /// <summary>Lines end as they do in VS Code: there a lone carriage return ends none, while here it does, for files of old editors.</summary>
    [Fact]
    public void Random_documents_are_split_trimmed_and_named_as_the_stock_tool_does()
    {
        var random = new Random(1);
        string Any(string[] texts) => texts[random.Next(texts.Length)];
        string Piece() => random.Next(14) switch { 0 => "#!meta" + Any(["", "", " ", "x"]) + "\n" + Any(metas), < 6 => "#!" + Any(names), _ => Any(others) };
        var opened = 0;
        for (var number = 0; number < 20_000; number++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Piece() + Any(["\n", "\n", "\r\n", ""])));
            var (stock, own) = (Stock(text), Own(text));
            if (stock is null) continue;
            Assert.True(stock == own, $"{JsonSerializer.Serialize(text)}\nstock {JsonSerializer.Serialize(stock)}\nown {JsonSerializer.Serialize(own)}");
            opened += stock == Refused ? 0 : 1;
        }
        Assert.InRange(opened, 15_000, 20_000);
    }

    const string Refused = "refused";

    static string Own(string text)
    {
        try
        {
            return string.Join('\0', DibReader.Parse(text).Cells.Select(cell => $"{cell.Kernel}:{cell.Source}"));
        }
        catch (NotebookException)
        {
            return Refused;
        }
    }

    /// <summary>The stock tool's cells; null where a document gives one name to two kernels, over which it falls.</summary>
    static string? Stock(string text)
    {
        try
        {
            return string.Join('\0', CodeSubmission.Parse(text, Kernels()).Elements.Select(element => $"{element.KernelName}:{element.Contents}"));
        }
        catch (JsonException)
        {
            return Refused;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
