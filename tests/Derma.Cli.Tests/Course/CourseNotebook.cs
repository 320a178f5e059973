using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;

namespace Derma.Cli.Tests.Course;

/// <summary>What a notebook of the repository says to its reader.</summary>
sealed partial record CourseNotebook(string Id, IReadOnlyList<string> Texts)
{
    public static string Folder { get; } = Path.Combine(RepositoryPaths.Root, "notebooks");

    /// <summary>The sequence, in order.</summary>
    public static IReadOnlyList<CourseNotebook> Sequence => [.. All.Where(notebook => char.IsAsciiDigit(notebook.Id[0]))];

    public static IReadOnlyList<CourseNotebook> Solutions => [.. All.Where(notebook => notebook.Id.StartsWith("solutions-", StringComparison.Ordinal))];

    public static IReadOnlyList<CourseNotebook> All { get; } = Read();

    public static TheoryData<string> Ids => [.. Sequence.Select(notebook => notebook.Id)];

    public static CourseNotebook Of(string id) => Sequence.Single(notebook => notebook.Id == id);

    public string Number => Id.Split('-')[0];

    /// <summary>The line below the title.</summary>
    public string Facts => Texts[0].Split('\n').SkipWhile(line => !line.StartsWith("# ", StringComparison.Ordinal)).Skip(2).First();

    public (int Read, int Work) Minutes => MinutesText().Match(Facts) is var match ? (int.Parse(match.Groups[1].Value), int.Parse(match.Groups[2].Value)) : default;

    /// <summary>The cell with the exercises, from their heading on.</summary>
    public string Exercises => Texts.Single(text => text.Contains(Heading)) is var text ? text[text.IndexOf(Heading, StringComparison.Ordinal)..] : "";

    /// <summary>The exercises, each with all that is indented below it.</summary>
    public IReadOnlyList<string> EachExercise => Item().Split(Exercises)[1..];

    const string Heading = "## Exercises\n";

    static CourseNotebook[] Read() =>
        [.. Directory.GetFiles(Folder, "*.dib").Order(StringComparer.Ordinal).Select(file => new CourseNotebook(
            Path.GetFileNameWithoutExtension(file), [.. Notebook.Load(file).Cells.Where(cell => cell.IsMarkdown).Select(cell => cell.Source)]))];

    [GeneratedRegex(@"\*\*Minutes:\*\* (\d+) to read, (\d+) to work")]
    private static partial Regex MinutesText();

    [GeneratedRegex(@"^\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Item();
}
