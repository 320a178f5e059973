using System.Text.RegularExpressions;
using Derma.Notebooks.Results;
using Derma.Papers;

namespace Derma.Cli.Tests.Course;

/// <summary>What teachers rely on in every notebook of the sequence: objectives, a quiz, exercises that check themselves.</summary>
public class TeachingTextTests
{
    public static TheoryData<string> Ids => CourseNotebook.Ids;

    public static TheoryData<string> Rules => [.. ExerciseRules.All.Select(rule => rule.Exercise)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Below_the_facts_stand_three_objectives(string id) =>
        Assert.Matches(@"^\n\n\*\*After this notebook you can\*\*\n\n(- [a-z].+;\n){2}- [a-z].+\.\n\n[^-]", CourseNotebook.Of(id).BelowFacts);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Before_the_exercises_there_are_five_questions_and_the_last_of_them_are_asked_of_the_run(string id)
    {
        var notebook = CourseNotebook.Of(id);
        Assert.NotEmpty(notebook.ComputedQuestions);
        Assert.Equal([1, 2, 3, 4, 5], Enumerable.Range(1, notebook.EachQuestion.Count).Concat(notebook.ComputedQuestions));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_question_of_the_text_has_a_folded_answer(string id) => Assert.All(CourseNotebook.Of(id).EachQuestion, question =>
        Assert.Matches(@"^.+[?.]\n\n   <details><summary>Answer</summary>\n\n   .+\n\n   </details>\n*$", question));

    [Theory]
    [MemberData(nameof(Ids))]
    public void On_its_page_the_questions_are_one_list_with_a_fold_in_each_item(string id)
    {
        var html = new MarkdownHtml(CourseNotebook.Folder, new Dictionary<string, string>()).ToHtml(CourseNotebook.Of(id).Quiz);
        Assert.Equal(1, Regex.Count(html, "<ol>"));
        Assert.Equal(
            CourseNotebook.Of(id).EachQuestion.Count,
            Regex.Count(html, @"<li>\s*<p>[\s\S]*?</p>\s*<details><summary>Answer</summary>\s*<p>[\s\S]*?</p>\s*</details>\s*</li>"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void At_least_one_exercise_checks_itself(string id) =>
        Assert.Contains(ExerciseRules.All, rule => rule.Exercise.StartsWith(CourseNotebook.Of(id).Number + ".", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_exercise_that_checks_itself_is_open_in_its_notebook_and_answered_in_the_solutions(string exercise)
    {
        var notebook = CourseNotebook.Sequence.Single(notebook => notebook.Number == exercise.Split('.')[0]);
        var name = "answer" + exercise.Replace('.', '_');
        var skeleton = $@"(?m)^\S.* {name} = null; // exercise {Regex.Escape(exercise)}(: .+)?\nExercise\.Check\(""{Regex.Escape(exercise)}"", {name}, lab\)$";
        Assert.Single(notebook.Codes, code => Regex.IsMatch(code, skeleton));
        var check = $@"Exercise\.Check\(""{Regex.Escape(exercise)}"", (?!null)";
        Assert.Single(notebook.SolvedIn.Codes, code => Regex.IsMatch(code, check));
        Assert.InRange(int.Parse(exercise.Split('.')[1]), 1, notebook.EachExercise.Count);
    }

    [Fact]
    public void No_cell_checks_an_exercise_that_has_no_rule()
    {
        var asked = CourseNotebook.All.SelectMany(notebook => notebook.Codes)
            .SelectMany(code => Regex.Matches(code, @"Exercise\.Check\(""([^""]+)""")).Select(match => match.Groups[1].Value);
        Assert.Empty(asked.Except(ExerciseRules.All.Select(rule => rule.Exercise)));
    }
}
