using System.CommandLine;
using Derma.Notebooks.Documents;
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
        var command = new Command("convert", "Write a notebook as .dib, .ipynb, .md or .html, with the outputs it holds.") { file, to, target };
        command.SetAction(parsed => Convert(parsed.GetValue(file)!, parsed.GetValue(to)!, parsed.GetValue(target)));
        return command;
    }

    static int Convert(string file, string to, string? target)
    {
        if (!kinds.Contains(to)) throw new UserError($"--to takes {string.Join(", ", kinds)}, not '{to}'.");
        target ??= Path.ChangeExtension(file, to);
        if (Path.GetFullPath(target) == Path.GetFullPath(file)) throw new UserError($"{file} is a .{to} file already; name another by --out.");
        var notebook = Notebook.Load(file);
        if (to == "md") AtomicFile.WriteText(target, MarkdownWriter.Write(notebook));
        else if (to == "html") AtomicFile.WriteText(target, Page(NotebookRun.Of(Path.GetFullPath(file), notebook)));
        else notebook.Save(Path.ChangeExtension(target, to));
        Console.WriteLine(target);
        return ExitCode.Success;
    }

    static string Page(NotebookRun run) => Site.Page(run, new() { OutputFolder = "", Title = run.Title, Scripts = PageScripts.All });
}
