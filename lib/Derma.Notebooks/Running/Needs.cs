using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Running;

/// <summary>What a notebook's first text cell, or <c>// …</c> in its first code, says of its run: <c>&lt;!-- needs: 01-first, 02-second
/// --&gt;</c>, and <c>&lt;!-- runs: alone --&gt;</c> where it takes times.</summary>
public static partial class Needs
{
    /// <summary>Names of the notebooks whose results it reads.</summary>
    public static IReadOnlyList<string> Of(Notebook notebook) => Words(notebook, "needs");

    /// <summary>Words on the way it wants to run; the runner itself knows <c>alone</c>, others are for whoever divides a run among
    /// machines.</summary>
    public static IReadOnlyList<string> Manner(Notebook notebook) => Words(notebook, "runs");

    /// <summary>Whether it wants the machine to itself.</summary>
    public static bool IsAlone(Notebook notebook) => Manner(notebook).Contains("alone");

    static string[] Words(Notebook notebook, string about) =>
        [.. new[] { notebook.Cells.FirstOrDefault(cell => cell.IsMarkdown), notebook.Cells.FirstOrDefault(cell => !cell.IsMarkdown) }
            .OfType<Cell>().SelectMany(cell => Line().Matches(cell.Source)).Where(match => match.Groups["about"].Value == about)
            .SelectMany(match => match.Groups["words"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))];

    /// <exception cref="NotebookException">A notebook that is needed is not there, or notebooks need each other.</exception>
    internal static void Check(IReadOnlyList<RunLog> logs)
    {
        foreach (var log in logs)
            if (log.Needs.FirstOrDefault(need => !Beside(log.File).Contains(need)) is { } missing)
                throw new NotebookException($"{Path.GetFileName(log.File)} needs '{missing}', and there is no such notebook beside it.");
        var (left, before) = (logs.ToArray(), logs.Count + 1);
        while (left.Length < before)
        {
            before = left.Length;
            left = [.. left.Where(log => left.Any(other => log.Needs.Contains(other.Name)))];
        }
        if (left.Length > 0)
            throw new NotebookException($"These notebooks need each other: {string.Join(", ", left.Select(log => log.Name))}.");
    }

    static IEnumerable<string> Beside(string file) => Directory.EnumerateFiles(Path.GetDirectoryName(file)!)
        .Where(other => Path.GetExtension(other) is ".dib" or ".ipynb").Select(other => Path.GetFileNameWithoutExtension(other));

    [GeneratedRegex(@"^(?:<!--|//) *(?<about>needs|runs): *(?<words>.+?) *(?:-->)?$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
