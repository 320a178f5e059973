using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Running;

/// <summary>The notebooks that one needs, by name: <c>&lt;!-- needs: 01-first, 02-second --&gt;</c> in its first text cell, or <c>// needs: …</c> in its first cell of code.</summary>
internal static partial class Needs
{
    public static IReadOnlyList<string> Of(Notebook notebook)
    {
        var places = new[] { notebook.Cells.FirstOrDefault(cell => cell.IsMarkdown), notebook.Cells.FirstOrDefault(cell => !cell.IsMarkdown) };
        return [.. places.OfType<Cell>().SelectMany(cell => Line().Matches(cell.Source))
            .SelectMany(match => match.Groups["names"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <exception cref="NotebookException">A notebook that is needed is not there, or notebooks need each other.</exception>
    public static void Check(IReadOnlyList<RunLog> logs)
    {
        foreach (var log in logs)
            if (log.Needs.FirstOrDefault(need => !Directory.EnumerateFiles(Path.GetDirectoryName(log.File)!, need + ".*").Any()) is { } missing)
                throw new NotebookException($"{Path.GetFileName(log.File)} needs '{missing}', and there is no such notebook beside it.");
        var (left, before) = (logs.ToArray(), logs.Count + 1);
        while (left.Length < before)
        {
            before = left.Length;
            left = [.. left.Where(log => left.Any(other => log.Needs.Contains(other.Name)))];
        }
        if (left.Length > 0) throw new NotebookException($"These notebooks need each other: {string.Join(", ", left.Select(log => log.Name))}.");
    }

    [GeneratedRegex(@"^(?:<!--|//) *needs: *(?<names>.+?) *(?:-->)?$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
