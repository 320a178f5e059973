using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Running;

public sealed class CheckTests
{
    [Fact]
    public async Task Every_cell_is_compiled_and_none_is_run()
    {
        var folder = RunText.NewFolder();
        var run = await InProcess.RunAsync("#!csharp\nSystem.IO.File.WriteAllText(\"ran\", \"\"); var a = 1;\n#!csharp\nnope\n#!csharp\na + 1\n#!csharp\nnever\n#!html\n<p>", folder, checkOnly: true);
        Assert.Equal([CellStatus.Passed, CellStatus.Failed, CellStatus.Passed, CellStatus.Failed, CellStatus.Passed], run.Cells.Select(cell => cell.Status));
        Assert.False(File.Exists("ran") || File.Exists(Path.Combine(folder, "ran")));
        Assert.All(run.Cells.Take(4), cell => Assert.Empty(cell.Shown()));
    }

    [Fact]
    public async Task Values_that_only_a_run_could_know_are_taken_on_trust()
    {
        var run = await InProcess.RunAsync("#!csharp\nvar a = 1;\n#!csharp\n#!set --name b --value @csharp:a\n#!share --name text --from value\n#!set --name c --value @input\nb + c", checkOnly: true);
        Assert.Null(run.FirstFailure?.Error?.Message);
    }

    [Fact]
    public async Task Imported_files_are_compiled_too()
    {
        var folder = RunText.NewFolder();
        File.WriteAllText(Path.Combine(folder, "inner.dib"), "#!csharp\nint inner = nope;");
        Assert.StartsWith("inner.dib(2,13): error CS0103", (await InProcess.RunAsync("#!csharp\n#!import inner.dib", folder, checkOnly: true)).FirstFailure!.Error!.Message);
    }
}
