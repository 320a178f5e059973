using System.CommandLine;
using System.Text;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary><c>workbook convert FILE --to KIND</c>: the same notebook as another kind of file. Runs nothing.</summary>
static class ConvertVerb
{
    static readonly string[] kinds = ["dib", "ipynb", "md", "html"];

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "a .dib or .ipynb file" };
        var to = new Option<string>("--to") { Description = string.Join(", ", kinds), Required = true };
        var target = new Option<string?>("--out") { Description = "the new file (default: beside the old one, with the other ending)" };
        const string About = "Write a notebook as .dib, .ipynb, .md or .html, with the outputs it holds.";
        var command = new Command("convert", About) { file, to, target };
        command.SetAction(parsed => Convert(parsed.GetValue(file)!, parsed.GetValue(to)!, parsed.GetValue(target)));
        return command;
    }

    static int Convert(string file, string to, string? target)
    {
        if (!kinds.Contains(to)) throw new UserError($"--to takes {string.Join(", ", kinds)}, not '{to}'.");
        target ??= Path.ChangeExtension(file, to);
        if (Path.GetFullPath(target) == Path.GetFullPath(file))
            throw new UserError($"{file} is a .{to} file already; name another by --out.");
        var notebook = Notebook.Load(file);
        if (to == "md") AtomicFile.WriteText(target, MarkdownWriter.Write(notebook));
        else if (to == "html") AtomicFile.WriteText(target, Page(NotebookRun.Of(Path.GetFullPath(file), notebook)));
        else notebook.Save(Path.ChangeExtension(target, to));
        Console.WriteLine(target);
        return ExitCode.Success;
    }

    static string Page(NotebookRun run) => Site.Page(run, new() { OutputFolder = "", Title = run.Title, Scripts = PageScripts.All() });
}

/// <summary>A notebook as markdown: text as it is, code and what it showed in fences, pictures inline.</summary>
static class MarkdownWriter
{
    public static string Write(Notebook notebook)
    {
        var text = new StringBuilder();
        foreach (var cell in notebook.Cells.Where(cell => cell.Source.Length > 0))
        {
            text.Append(cell.IsMarkdown ? cell.Source + "\n\n" : Fence(cell.Kernel, cell.Source));
            foreach (var output in cell.Outputs) text.Append(Shown(output));
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

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
            if (data.TryGetValue(mimeType, out var text)) return text.Trim('\n') + "\n\n";
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
