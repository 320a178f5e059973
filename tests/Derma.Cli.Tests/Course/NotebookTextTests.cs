using System.Text.RegularExpressions;
using Derma.Notebooks.Results;

namespace Derma.Cli.Tests.Course;

public class NotebookTextTests
{
    const string Facts = @"^> \*\*Paper:\*\* .+\. \*\*Read before:\*\* .+\. \*\*Ideas:\*\* (\[[^]]+\]\(\.\./docs/glossary\.md#[\w-]+\)(, )?)+\. "
        + @"\*\*Minutes:\*\* \d+ to read, \d+ to work through\. \*\*Cost:\*\* \d+ (s|min) at the quick scale on two cores\.$";

    public static TheoryData<string> Ids => CourseNotebook.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Below_the_title_stand_paper_prerequisites_ideas_minutes_and_cost_in_one_form(string id) => Assert.Matches(Facts, CourseNotebook.Of(id).Facts);

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_to_read_before_comes_earlier_in_the_sequence_or_is_called_optional(string id)
    {
        var before = Regex.Match(CourseNotebook.Of(id).Facts, @"Read before:\*\* (.+?)\. \*\*Ideas").Groups[1].Value;
        if (before.StartsWith("nothing", StringComparison.Ordinal)) return;
        var links = Regex.Matches(before, @"\(([\w-]+)\.dib\)").Select(link => link.Groups[1].Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(string.CompareOrdinal(link, id) < 0, link));
    }

    /// <summary>.NET Interactive compiles what follows a later reference against a second copy of the assemblies that know it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Files_of_the_project_are_referenced_in_setup_alone(string id) =>
        Assert.DoesNotContain("#r \"../artifacts", File.ReadAllText(Path.Combine(CourseNotebook.Folder, id + ".dib")));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_exercise_has_a_folded_hint(string id)
    {
        Assert.NotEmpty(CourseNotebook.Of(id).EachExercise);
        Assert.All(CourseNotebook.Of(id).EachExercise, exercise => Assert.Matches(@"^.+\n\n   <details><summary>Hint</summary>\n\n   .+\n\n   </details>\n", exercise));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void On_its_page_the_exercises_are_one_list_with_a_fold_in_each_item(string id)
    {
        var html = new MarkdownHtml(CourseNotebook.Folder, new Dictionary<string, string>()).ToHtml(CourseNotebook.Of(id).Exercises);
        var items = CourseNotebook.Of(id).EachExercise.Count;
        Assert.Equal(1, Regex.Count(html, "<ol>"));
        Assert.Equal(items, Regex.Count(html, @"<li>\s*<p>[\s\S]*?</p>\s*<details><summary>Hint</summary>\s*<p>[\s\S]*?</p>\s*</details>\s*</li>"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_exercise_is_solved_once_and_in_the_notebook_that_is_named(string id)
    {
        var notebook = CourseNotebook.Of(id);
        var named = CourseNotebook.Solutions.Single(solution => notebook.Exercises.Contains($"({solution.Id}.dib)"));
        Assert.Equal(Enumerable.Range(1, notebook.EachExercise.Count).Select(exercise => $"{notebook.Number}.{exercise}"), Solved(named).Where(solved => solved.StartsWith(notebook.Number + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_solved_that_is_not_asked() => Assert.Equal(
        CourseNotebook.Sequence.Sum(notebook => notebook.EachExercise.Count), CourseNotebook.Solutions.Sum(solution => Solved(solution).Count));

    static List<string> Solved(CourseNotebook solutions) =>
        [.. solutions.Texts.SelectMany(text => Regex.Matches(text, @"^### (\d\d\.\d) \S.*\n\n\S", RegexOptions.Multiline)).Select(heading => heading.Groups[1].Value)];
}
