using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;

namespace Derma.Cli.Tests.Course;

/// <summary>What a notebook of the repository says to its reader.</summary>
sealed partial record CourseNotebook(string Id, IReadOnlyList<string> Texts, IReadOnlyList<string> Codes)
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

    /// <summary>The first text from below the facts on.</summary>
    public string BelowFacts => Texts[0][(Texts[0].IndexOf(Facts, StringComparison.Ordinal) + Facts.Length)..];

    public (int Read, int Work) Minutes => MinutesText().Match(Facts) is var match ? (int.Parse(match.Groups[1].Value), int.Parse(match.Groups[2].Value)) : default;

    /// <summary>The cell with the exercises, from their heading on.</summary>
    public string Exercises => Below("## Exercises\n");

    /// <summary>The exercises, each with all that is indented below it.</summary>
    public IReadOnlyList<string> EachExercise => Item().Split(Exercises)[1..];

    /// <summary>The cell with the questions that the text answers.</summary>
    public string Quiz => Below("## Quiz\n");

    /// <summary>These questions, each with its answer.</summary>
    public IReadOnlyList<string> EachQuestion => Item().Split(Quiz)[1..];

    /// <summary>Numbers of the questions that a cell answers from the run.</summary>
    public IReadOnlyList<int> ComputedQuestions => [.. Codes.SelectMany(code => Asked().Matches(code)).Select(match => int.Parse(match.Groups[1].Value))];

    /// <summary>The notebook that its exercises name as their solutions.</summary>
    public CourseNotebook SolvedIn => Solutions.Single(solution => Exercises.Contains($"({solution.Id}.dib)"));

    string Below(string heading) => Texts.Single(text => text.Contains(heading)) is var text ? text[text.IndexOf(heading, StringComparison.Ordinal)..] : "";

    static CourseNotebook[] Read() => [.. Directory.GetFiles(Folder, "*.dib").Order(StringComparer.Ordinal).Select(Read)];

    static CourseNotebook Read(string file)
    {
        var cells = Notebook.Load(file).Cells.ToLookup(cell => cell.IsMarkdown, cell => cell.Source);
        return new CourseNotebook(Path.GetFileNameWithoutExtension(file), [.. cells[true]], [.. cells[false]]);
    }

    [GeneratedRegex(@"\*\*Minutes:\*\* (\d+) to read, (\d+) to work")]
    private static partial Regex MinutesText();

    [GeneratedRegex(@"^\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:display\()?Quiz\.Ask\((\d+),", RegexOptions.Multiline)]
    private static partial Regex Asked();
}
