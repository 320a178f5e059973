using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Tests.CSharp;

[Collection(nameof(OneNotebook))]
public sealed class SubmissionTests(OneNotebook notebook)
{
    [Fact]
    public void Variables_stay_for_later_cells() => Assert.Contains("21", notebook["keep"].Result());

    [Fact]
    public void Variables_may_be_declared_again_with_another_type() => Assert.Contains("4", notebook["redeclare"].Result());

    [Fact]
    public void Types_may_be_declared_again() => Assert.Contains("2", notebook["redeclare type"].Result());

    [Fact]
    public void Usings_stay_for_later_cells() => Assert.Contains("0", notebook["using is used"].Result());

    [Fact]
    public void Await_works_at_the_top_level() => Assert.Contains("7", notebook["await"].Result());

    [Fact]
    public void A_statement_shows_nothing() => Assert.Empty(notebook["statement"].Outputs);

    [Fact]
    public void A_call_without_value_shows_nothing() => Assert.Empty(notebook["void"].Outputs);

    [Fact]
    public void A_returned_value_is_shown() => Assert.Contains("5", notebook["return"].Result());

    [Fact]
    public void Console_streams_are_kept_apart_and_in_order() => Assert.Equal(
        [new StreamOutput("stdout", "out\n"), new StreamOutput("stderr", "err\n"), new StreamOutput("stdout", "again\n")], notebook["console"].Outputs);

    [Fact]
    public void Console_text_of_a_task_belongs_to_its_cell() => Assert.Equal("from a task", notebook["console of a task"].Printed());

    [Fact]
    public void Of_a_progress_line_only_the_last_state_stays() => Assert.Equal("step 3/3\n", notebook["progress line"].Printed());

    [Fact]
    public void Load_runs_a_script_of_the_notebooks_folder() => Assert.Contains("42", notebook["load"].Result());

    [Fact]
    public void Warnings_are_shown_with_file_line_and_source()
    {
        var warning = Assert.IsType<StreamOutput>(Assert.Single(notebook["warning"].Outputs));
        Assert.Contains("warning CS0168", warning.Text);
        Assert.Contains("int unused() { int x; return 1; }", warning.Text);
    }

    [Fact]
    public void A_task_that_nobody_awaits_is_shown_as_an_object_with_a_warning()
    {
        Assert.Contains(notebook["task unawaited"].Outputs, output => output is StreamOutput { Name: "stderr" } warning && warning.Text.Contains("CS4014"));
        Assert.Single(notebook["task unawaited"].Outputs.OfType<ResultOutput>());
    }
}
