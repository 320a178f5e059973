namespace Derma.Cli;

/// <summary>A notebook of the sequence, <c>11-attempt-01.dib</c> with id <c>11-attempt-01</c> and number <c>11</c>, or solutions of its exercises, which have no number.</summary>
sealed record NotebookFile(string Path)
{
    const string SolutionsPrefix = "solutions";

    public string Id => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Number => Id.Split('-')[0];

    /// <summary>Its first heading.</summary>
    public string Title => File.ReadLines(Path).FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..] ?? Id;

    /// <summary>Every numbered notebook, in order.</summary>
    public static IReadOnlyList<NotebookFile> All() => Where(id => char.IsAsciiDigit(id[0]));

    /// <summary>The notebooks that solve the exercises: those whose names begin with <c>solutions-</c>.</summary>
    public static IReadOnlyList<NotebookFile> Solutions() => Where(id => id.StartsWith(SolutionsPrefix + "-", StringComparison.Ordinal));

    /// <summary>The notebooks of the given ids or numbers, in order of the sequence; solutions come last and only where they are named or wanted.</summary>
    /// <param name="wanted">Ids or numbers; the whole sequence where empty. <c>solutions</c> stands for all solutions.</param>
    /// <param name="withSolutions">Whether to add all solutions.</param>
    /// <exception cref="UserError">There is no such notebook.</exception>
    public static IReadOnlyList<NotebookFile> Only(IReadOnlyList<string> wanted, bool withSolutions = false)
    {
        var (all, solutions) = (All(), Solutions());
        foreach (var name in wanted)
            if (!all.Concat(solutions).Any(notebook => notebook.Matches(name)))
                throw new UserError($"There is no notebook '{name}'; './workbook list' shows them all.");
        bool IsWanted(NotebookFile notebook) => wanted.Any(notebook.Matches);
        return [.. wanted.Count == 0 ? all : all.Where(IsWanted), .. withSolutions ? solutions : solutions.Where(IsWanted)];
    }

    static IReadOnlyList<NotebookFile> Where(Func<string, bool> isWanted) =>
        [.. Directory.GetFiles(Repository.Notebooks, "*.dib").Select(path => new NotebookFile(path))
            .Where(notebook => isWanted(notebook.Id)).OrderBy(notebook => notebook.Id, StringComparer.Ordinal)];

    bool Matches(string name) => name == Id || name == Number || name == Id + ".dib";
}
