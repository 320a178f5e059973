using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary><c>workbook convert FILE --to KIND</c>: the same notebook as another kind of file. Runs nothing.</summary>
static class ConvertVerb
{
    static readonly string[] kinds = ["dib", "ipynb", "md", "html"];
    static readonly StringComparer paths = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "a .dib or .ipynb file" };
        var to = new Option<string>("--to") { Description = string.Join(", ", kinds), Required = true };
        var target = new Option<string?>("--out")
            { Description = "the new file, written over (default: beside the old one, with the other ending, where none is)" };
        const string About = "Write a notebook as .dib, .ipynb, .md or .html, with the outputs it holds.";
        var command = new Command("convert", About) { file, to, target };
        command.SetAction(parsed => Convert(parsed.GetValue(file)!, parsed.GetValue(to)!, parsed.GetValue(target)));
        return command;
    }

    static int Convert(string file, string to, string? target)
    {
        if (!kinds.Contains(to)) throw new UserError($"--to takes {string.Join(", ", kinds)}, not '{to}'.");
        var notebook = Notebook.Load(file);
        var path = target ?? Path.ChangeExtension(file, to);
        if (Directory.Exists(path)) throw new UserError($"{path} is a folder; name a file by --out.");
        if (paths.Equals(RealPath.Of(path), RealPath.Of(file)))
            throw new UserError($"{path} is the notebook itself; name another file by --out.");
        if (Path.GetExtension(path) is ['.', .. var ending] && ending != to && kinds.Contains(ending))
            throw new UserError($"{path} would be a .{to} file by another kind's name; name a file that ends in .{to} by --out.");
        if (target is null && File.Exists(path)) throw new UserError($"{path} is there already; to write over it, name it by --out.");
        if (to == "md") AtomicFile.WriteText(path, MarkdownWriter.Write(notebook));
        else if (to == "html") AtomicFile.WriteText(path, Page(NotebookRun.Of(Path.GetFullPath(file), notebook)));
        else notebook.Save(path, "." + to);
        Console.WriteLine(path);
        return ExitCode.Success;
    }

    static string Page(NotebookRun run) => Site.Page(run, new() { OutputFolder = "", Title = run.Title, Scripts = PageScripts.All() });
}

/// <summary>A notebook as markdown: text as it is, code and what it showed in fences, pictures inline.</summary>
static partial class MarkdownWriter
{
    public static string Write(Notebook notebook)
    {
        var text = new StringBuilder();
        foreach (var cell in notebook.Cells.Where(cell => cell.Source.Length > 0))
        {
            text.Append(cell.IsMarkdown ? Closed(cell.Text) + "\n\n" : Fence(cell.Kernel, cell.Source));
            foreach (var output in cell.Outputs) text.Append(Shown(output));
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>A text that opens a fence and leaves it open would take the cells after it in.</summary>
    static string Closed(string text)
    {
        string? open = null;
        foreach (var line in text.Split('\n'))
        {
            var fence = FenceLine().Match(line);
            if (!fence.Success) continue;
            var ticks = fence.Groups["ticks"].Value;
            if (open is null) open = ticks;
            else if (ticks.StartsWith(open, StringComparison.Ordinal) && fence.Groups["info"].Value.Trim().Length == 0) open = null;
        }
        return open is null ? text : $"{text}\n{open}";
    }

    [GeneratedRegex(@"^ {0,3}(?<ticks>`{3,}(?=[^`]*$)|~{3,})(?<info>.*)$")]
    private static partial Regex FenceLine();

    static string Shown(Output output) => output switch
    {
        StreamOutput stream => Fence("text", stream.Text),
        ErrorOutput error => Fence("text", string.Join('\n', error.Lines)),
        ShownOutput shown => Data(shown.Data),
        _ => "",
    };

    static string Data(IReadOnlyDictionary<string, string> data)
    {
        foreach (var mimeType in new[] { "image/png", "image/jpeg" })
            if (data.TryGetValue(mimeType, out var image))
                return $"![output](data:{mimeType};base64,{image.ReplaceLineEndings("")})\n\n";
        foreach (var mimeType in new[] { "text/markdown", "text/html", "image/svg+xml" })
            if (data.TryGetValue(mimeType, out var text)) return Closed(text.Trim('\n')) + "\n\n";
        if (data.TryGetValue("text/vnd.mermaid", out var diagram)) return Fence("mermaid", diagram);
        return Fence("text", data.GetValueOrDefault("text/plain") ?? string.Join('\n', data.Values));
    }

    /// <summary>A fence longer than any run of backticks inside it.</summary>
    static string Fence(string language, string text)
    {
        var ticks = "```";
        while (text.Contains(ticks, StringComparison.Ordinal)) ticks += '`';
        return $"{ticks}{language}\n{text.TrimEnd('\n')}\n{ticks}\n\n";
    }
}
