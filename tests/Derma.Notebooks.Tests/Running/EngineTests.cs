using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Running;

public sealed class EngineTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Fact]
    public void The_whole_notebook_passes() => Assert.Null(engine.Run.FirstFailure?.Error?.Message);

    [Fact]
    public void Variables_stay_for_later_cells() => Assert.Contains("21", engine["keep"].Result());

    [Fact]
    public void Variables_may_be_declared_again_with_another_type() => Assert.Contains("4", engine["redeclare"].Result());

    [Fact]
    public void Types_may_be_declared_again() => Assert.Contains("2", engine["redeclare type"].Result());

    [Fact]
    public void Usings_stay_for_later_cells() => Assert.Contains("0", engine["using is used"].Result());

    [Fact]
    public void Await_works_at_the_top_level() => Assert.Contains("7", engine["await"].Result());

    [Fact]
    public void A_statement_shows_nothing() => Assert.Empty(engine["statement"].Outputs);

    [Fact]
    public void A_call_without_value_shows_nothing() => Assert.Empty(engine["void"].Outputs);

    [Fact]
    public void A_trailing_null_is_shown_as_such() => Assert.Contains("&lt;null&gt;", engine["null"].Result());

    [Fact]
    public void A_returned_value_is_shown() => Assert.Contains("5", engine["return"].Result());

    [Fact]
    public void A_trailing_displayed_value_is_not_shown_again() =>
        Assert.Equal("once", Assert.Single(engine["displayed value"].Shown())["text/plain"]);

    [Fact]
    public void Console_streams_are_kept_apart_and_in_order() => Assert.Equal(
        [new StreamOutput("stdout", "out\n"), new StreamOutput("stderr", "err\n"), new StreamOutput("stdout", "again\n")], engine["console"].Outputs);

    [Fact]
    public void Console_text_of_a_task_belongs_to_its_cell() => Assert.Equal("from a task", engine["console of a task"].Printed());

    [Fact]
    public void Of_a_progress_line_only_the_last_state_stays() => Assert.Equal("step 3/3\n", engine["progress line"].Printed());

    [Fact]
    public void Values_are_displayed_in_their_preferred_mime_type() => Assert.Equal(
        ["text/html", "text/plain", "text/html"], engine["display"].Shown().SelectMany(data => data.Keys));

    [Fact]
    public void Html_is_shown_as_it_is() => Assert.Equal("<b>bold</b>", engine["html"].Result());

    [Fact]
    public void A_display_has_one_id_and_ends_in_its_last_state_even_when_a_later_cell_updates_it()
    {
        Assert.Contains("third", Assert.Single(engine["context"].Shown())["text/html"]);
        Assert.Empty(engine["update later"].Outputs);
    }

    [Fact]
    public void A_registered_formatter_is_used() => Assert.Equal("<em>3</em>", engine["formatter"].Result());

    [Fact]
    public void A_magic_command_splits_a_cell_into_submissions_with_a_value_each() =>
        Assert.Equal(2, engine["two values"].Outputs.OfType<ResultOutput>().Count());

    [Fact]
    public void Time_shows_the_wall_time_after_the_cell() =>
        Assert.Matches(@"^Wall time: [0-9.]+ms$", engine["two values"].Shown()[^1]["text/plain"]);

    [Fact]
    public void An_import_runs_the_cells_of_the_file_in_place_with_shared_state()
    {
        var shown = engine["import"].Shown();
        Assert.Equal("# Imported", shown[0]["text/markdown"]);
        Assert.Equal("from setup", shown[1]["text/plain"]);
        Assert.Equal("<i>imported</i>", shown[2]["text/html"]);
        Assert.Contains("42", shown[3]["text/html"]);
    }

    [Fact]
    public void Load_runs_a_script_of_the_notebooks_folder() => Assert.Contains("42", engine["load"].Result());

    [Fact]
    public void Notebooks_run_in_their_own_folder() => Assert.Contains("True", engine["folder"].Result());

    [Fact]
    public void Environment_variables_of_the_options_are_seen() => Assert.Equal("hello", engine["environment"].Result());

    [Fact]
    public void Console_input_is_at_its_end_rather_than_waited_for() => Assert.Contains("True", engine["input"].Result());

    [Fact]
    public void Warnings_are_shown_with_file_line_and_source()
    {
        var warning = Assert.IsType<StreamOutput>(Assert.Single(engine["warning"].Outputs));
        Assert.Contains("warning CS0168", warning.Text);
        Assert.Contains("int unused() { int x; return 1; }", warning.Text);
    }

    [Fact]
    public void Scripts_and_styles_are_displayed_as_html() => Assert.Equal(
        ["<script type=\"text/javascript\">let a = 1</script>", "<style>p { color: red }</style>"], engine["script and style"].Shown().Select(data => data["text/html"]));

    [Theory]
    [InlineData("html", "text/html", "<p>html</p>")]
    [InlineData("javascript", "application/javascript", "let js = 1;")]
    [InlineData("mermaid", "text/vnd.mermaid", "graph TD; A-->B")]
    public void Cells_of_other_kernels_show_their_text_by_mime_type(string kernel, string mimeType, string text) =>
        Assert.Equal(text, Assert.Single(engine.Run.Cells.Single(cell => cell.Cell.Kernel == kernel).Shown())[mimeType]);

    [Fact]
    public void Cells_that_ran_are_counted_from_one() =>
        Assert.Equal(Enumerable.Range(1, engine.Run.Cells.Count), engine.Run.Cells.Select(cell => cell.ExecutionCount ?? 0));
}
