namespace Derma.Notebooks.Tests.Running;

[Collection(nameof(OneNotebook))]
public sealed class SurroundingsTests(OneNotebook notebook)
{
    [Fact]
    public void The_whole_notebook_passes() => Assert.Null(notebook.Run.FirstFailure?.Error?.Message);

    [Fact]
    public void Notebooks_run_in_their_own_folder() => Assert.Contains("True", notebook["folder"].Result());

    [Fact]
    public void Environment_variables_of_the_options_are_seen() => Assert.Equal("hello", notebook["environment"].Result());

    [Fact]
    public void Console_input_is_at_its_end_rather_than_waited_for() => Assert.Contains("True", notebook["input"].Result());

    [Fact]
    public void Cells_that_ran_are_counted_from_one() =>
        Assert.Equal(Enumerable.Range(1, notebook.Run.Cells.Count), notebook.Run.Cells.Select(cell => cell.ExecutionCount ?? 0));
}
