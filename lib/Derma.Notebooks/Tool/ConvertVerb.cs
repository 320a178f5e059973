using System.CommandLine;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tool;

/// <summary><c>convert FILE --to KIND</c>: the same notebook as another kind of file. Runs nothing.</summary>
public static class ConvertVerb
{
    static readonly string[] kinds = ["dib", "ipynb", "md", "html"];
    static readonly StringComparer paths = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>Makes the verb.</summary>
    /// <param name="scripts">What pages draw charts, diagrams and formulas with.</param>
    public static Command Create(Func<IReadOnlyList<PageScript>> scripts)
    {
        var file = new Argument<string>("file") { Description = "a .dib or .ipynb file" };
        var to = new Option<string>("--to") { Description = string.Join(", ", kinds), Required = true };
        var target = new Option<string?>("--out")
            { Description = "the new file, written over (default: beside the old one, with the other ending, where none is)" };
        const string About = "Write a notebook as .dib, .ipynb, .md or .html, with the outputs it holds.";
        var command = new Command("convert", About) { file, to, target };
        command.SetAction(parsed => Convert(parsed.GetValue(file)!, parsed.GetValue(to)!, parsed.GetValue(target), scripts));
        return command;
    }

    static int Convert(string file, string to, string? target, Func<IReadOnlyList<PageScript>> scripts)
    {
        if (!kinds.Contains(to)) throw new NotebookException($"--to takes {string.Join(", ", kinds)}, not '{to}'.");
        var notebook = Notebook.Load(file);
        var path = target ?? Path.ChangeExtension(file, to);
        if (Directory.Exists(path)) throw new NotebookException($"{path} is a folder; name a file by --out.");
        if (paths.Equals(RealPath.Of(path), RealPath.Of(file)))
            throw new NotebookException($"{path} is the notebook itself; name another file by --out.");
        if (Path.GetExtension(path) is ['.', .. var ending] && ending != to && kinds.Contains(ending))
            throw new NotebookException($"{path} would be a .{to} file by another kind's name; name a file that ends in .{to} by --out.");
        if (target is null && File.Exists(path))
            throw new NotebookException($"{path} is there already; to write over it, name it by --out.");
        if (to == "md") WholeFile.Write(path, MarkdownWriter.Write(notebook));
        else if (to == "html") WholeFile.Write(path, Page(NotebookRun.Of(Path.GetFullPath(file), notebook), scripts()));
        else notebook.Save(path, "." + to);
        Console.WriteLine(path);
        return ExitCode.Success;
    }

    static string Page(NotebookRun run, IReadOnlyList<PageScript> scripts) =>
        Site.Page(run, new() { OutputFolder = "", Title = run.Title, Scripts = scripts });
}
