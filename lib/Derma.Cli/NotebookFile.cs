namespace Derma.Cli;

/// <summary>A numbered notebook: <c>11-attempt-01.dib</c> has id <c>11-attempt-01</c> and number <c>11</c>.</summary>
sealed record NotebookFile(string Path)
{
    public string Id => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Number => Id.Split('-')[0];

    /// <summary>Its first heading.</summary>
    public string Title => File.ReadLines(Path).FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..] ?? Id;

    /// <summary>Every numbered notebook, in order.</summary>
    public static IReadOnlyList<NotebookFile> All() =>
        [.. Directory.GetFiles(Repository.Notebooks, "*.dib").Select(path => new NotebookFile(path))
            .Where(notebook => char.IsAsciiDigit(notebook.Id[0])).OrderBy(notebook => notebook.Id, StringComparer.Ordinal)];

    /// <summary>The notebooks of the given ids or numbers, in order of the sequence.</summary>
    /// <exception cref="UserError">There is no such notebook.</exception>
    public static IReadOnlyList<NotebookFile> Only(IReadOnlyList<string> wanted)
    {
        var all = All();
        if (wanted.Count == 0) return all;
        foreach (var name in wanted)
            if (!all.Any(notebook => notebook.Matches(name)))
                throw new UserError($"There is no notebook '{name}'; './workbook list' shows them all.");
        return [.. all.Where(notebook => wanted.Any(notebook.Matches))];
    }

    bool Matches(string name) => name == Id || name == Number || name == Id + ".dib";
}
