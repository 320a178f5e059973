using System.CommandLine;

namespace Derma.Cli;

/// <summary>
/// A notebook of the sequence, <c>11-attempt-01.dib</c> with id <c>11-attempt-01</c> and number <c>11</c>, or any other notebook.
/// </summary>
sealed record NotebookFile(string Path)
{
    public string Id => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Number => Id.Split('-')[0];

    /// <summary>Its first heading.</summary>
    public string Title => File.ReadLines(Path).FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..] ?? Id;

    /// <summary>Every numbered notebook, in order.</summary>
    public static IReadOnlyList<NotebookFile> All() => In(Repository.Notebooks, notebook => char.IsAsciiDigit(notebook.Id[0]));

    /// <summary>The notebooks that solve the exercises, by name: no part of the sequence, run after it where they are asked for.</summary>
    public static IReadOnlyList<NotebookFile> Solutions() =>
        [.. In(Repository.Notebooks, notebook => notebook.Id.StartsWith("solutions-", StringComparison.Ordinal))
            .Where(notebook => notebook.Path.EndsWith(".dib", StringComparison.Ordinal))];

    /// <summary>
    /// The notebooks that are asked for: by ids, numbers, files or folders, and those from one on; all where nothing is asked.
    /// </summary>
    /// <exception cref="UserError">There is no such notebook.</exception>
    public static IReadOnlyList<NotebookFile> Choose(IReadOnlyList<string> wanted, string? from)
    {
        var all = All();
        var start = from is null ? 0 : all.ToList().FindIndex(notebook => notebook.Matches(from));
        if (start < 0) throw Unknown(from!);
        if (wanted.Count == 0) return [.. all.Skip(start)];
        var chosen = wanted.SelectMany(name => all.Any(notebook => notebook.Matches(name)) ? all.Where(notebook => notebook.Matches(name))
            : Directory.Exists(name) ? NotebookFiles.Of([name]).Select(path => new NotebookFile(path))
            : File.Exists(name) && NotebookFiles.IsNotebook(name) ? [new(System.IO.Path.GetFullPath(name))]
            : throw Unknown(name)).Distinct().ToList();
        return [.. all.Skip(start).Where(chosen.Contains), .. chosen.Except(all)];
    }

    static UserError Unknown(string name) => new($"There is no notebook '{name}'; './workbook list' shows them all.");

    static IReadOnlyList<NotebookFile> In(string folder, Func<NotebookFile, bool> accepts) =>
        [.. NotebookFiles.In(folder).Select(path => new NotebookFile(path)).Where(accepts)];

    bool Matches(string name) => name == Id || name == Number || name == Id + ".dib";
}

/// <summary><c>workbook list</c>: the notebooks in order, then the solutions.</summary>
static class ListVerb
{
    public static Command Create()
    {
        var command = new Command("list", "Show the notebooks in their order.");
        command.SetAction(_ =>
        {
            foreach (var notebook in NotebookFile.All().Concat(NotebookFile.Solutions()))
                Console.WriteLine($"{notebook.Id,-28} {notebook.Title}");
            return ExitCode.Success;
        });
        return command;
    }
}
