using System.CommandLine;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Results;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary><c>workbook slides</c>: a notebook as slides, with what its latest run showed. Runs nothing.</summary>
static class SlidesVerb
{
    const string Changed = "Cells that have changed since the latest run are without outputs.";

    public static Command Create()
    {
        var notebook = new Argument<string>("notebook") { Description = "a notebook's number or name, such as 14" };
        var command = new Command("slides", "Write a notebook as slides, with its latest run's outputs, into runs/slides.") { notebook };
        command.SetAction(parsed => Write(parsed.GetValue(notebook)!));
        return command;
    }

    /// <exception cref="UserError">There is no such notebook, or the name means several.</exception>
    static int Write(string name)
    {
        var chosen = NotebookFile.Choose([name], from: null);
        if (chosen.Count != 1) throw new UserError($"'{name}' means {chosen.Count} notebooks; name one, such as {chosen[0].Number}.");
        var (file, target) = (chosen[0], Path.Combine(Repository.Runs, "slides", chosen[0].Id + ".html"));
        var (run, note) = WithOutputs(file);
        var options = new SiteOptions
        {
            OutputFolder = "", Title = run.Title, FooterHtml = WorkbookSite.FooterHtml, Scripts = PageScripts.All(),
        };
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        AtomicFile.WriteText(target, Site.Slides(run, options, note));
        Console.WriteLine(target);
        return ExitCode.Success;
    }

    /// <summary>The notebook as it is now; a cell has the outputs that the latest run has of the same code.</summary>
    static (NotebookRun Run, string Note) WithOutputs(NotebookFile file)
    {
        var (path, notebook) = (Path.GetFullPath(file.Path), Notebook.Load(file.Path));
        if (Latest(file.Id) is not { } latest) return (NotebookRun.Of(path, notebook), NotRun(file));
        var ran = Notebook.Load(latest).Cells.Where(cell => !cell.IsMarkdown)
            .GroupBy(cell => cell.Source).ToDictionary(same => same.Key, same => same.First());
        Cell[] cells = [.. notebook.Cells.Select(cell => cell.IsMarkdown ? cell : ran.GetValueOrDefault(cell.Source, cell))];
        var isWhole = notebook.Cells.All(cell => cell.IsMarkdown || ran.ContainsKey(cell.Source));
        return (NotebookRun.Of(path, notebook with { Cells = cells }), isWhole ? "" : Changed);
    }

    static string NotRun(NotebookFile file) =>
        $"This notebook has not been run yet: './workbook run --only {file.Number}' makes its outputs.";

    static string? Latest(string id) => !Directory.Exists(Repository.Runs) ? null : Directory.GetDirectories(Repository.Runs)
        .Select(run => Path.Combine(run, "notebooks", id + ".ipynb")).Where(File.Exists).MaxBy(File.GetLastWriteTimeUtc);
}
