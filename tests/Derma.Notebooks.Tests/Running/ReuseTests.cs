using Derma.Notebooks.Documents;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Running;

/// <summary>Cells of HTML need no compiler, which keeps these runs short.</summary>
public sealed class ReuseTests
{
    readonly string folder = RunText.NewFolder();
    readonly RunOptions options;

    public ReuseTests()
    {
        Write("1-first.dib", "#!html\n\n<p>first</p>");
        Write("2-second.dib", "#!markdown\n\n<!-- needs: 1-first -->\n\n#!html\n\n<p>second</p>\n#!import part.dib\n");
        Write("part.dib", "#!html\n\n<p>part</p>");
        Write("lib/Some.dll", "one");
        options = new() { Files = [Path.Combine(folder, "1-first.dib"), Path.Combine(folder, "2-second.dib")], OutputFolder = Path.Combine(folder, "out"), PackageFolders = [Path.Combine(folder, "lib")] };
    }

    void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
        File.WriteAllText(Path.Combine(folder, name), text);
    }

    async Task<string> Again(RunOptions second)
    {
        var before = await NotebookRunner.RunAsync(options);
        Assert.All(before, run => Assert.False(run.Reused));
        return await Reused(second);
    }

    static async Task<string> Reused(RunOptions second) => string.Join(' ', (await NotebookRunner.RunAsync(second)).Where(run => run.Reused).Select(run => run.Name));

    [Fact]
    public async Task What_is_unchanged_is_not_run_again_and_shows_what_it_showed()
    {
        var before = await NotebookRunner.RunAsync(options);
        var after = await NotebookRunner.RunAsync(options);
        Assert.All(after, run => Assert.True(run.Reused));
        Assert.Equal(before.SelectMany(run => run.Cells).SelectMany(cell => cell.Shown()).SelectMany(data => data.Values), after.SelectMany(run => run.Cells).SelectMany(cell => cell.Shown()).SelectMany(data => data.Values));
        Assert.Equal(before.SelectMany(run => run.Cells).Select(cell => (cell.Status, cell.ExecutionCount, cell.Cell.Line)), after.SelectMany(run => run.Cells).Select(cell => (cell.Status, cell.ExecutionCount, cell.Cell.Line)));
        Assert.Equal(before.Select(run => run.Started), after.Select(run => run.Started));
    }

    [Fact]
    public async Task Force_runs_everything_again() => Assert.Equal("", await Again(options with { Force = true }));

    [Fact]
    public async Task Another_environment_stamp_or_input_runs_everything_again()
    {
        var pair = new Dictionary<string, string> { ["A"] = "1" };
        Assert.Equal("", await Again(options with { Environment = pair }));
        Assert.Equal("", await Reused(options with { Environment = pair, Stamp = "other" }));
        Assert.Equal("", await Reused(options with { Environment = pair, Stamp = "other", Inputs = pair }));
    }

    [Fact]
    public async Task A_changed_library_runs_everything_again()
    {
        await NotebookRunner.RunAsync(options);
        var time = File.GetLastWriteTimeUtc(Path.Combine(folder, "lib/Some.dll"));
        Write("lib/Some.dll", "two");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "lib/Some.dll"), time);
        Assert.Equal("", await Reused(options));
    }

    [Fact]
    public async Task A_changed_import_runs_what_imports_it()
    {
        await NotebookRunner.RunAsync(options);
        Write("part.dib", "#!html\n\n<p>other</p>");
        Assert.Equal("1-first", await Reused(options));
    }

    [Fact]
    public async Task A_changed_notebook_runs_again_and_so_does_what_needs_it()
    {
        await NotebookRunner.RunAsync(options);
        Write("1-first.dib", "#!html\n\n<p>changed</p>");
        Assert.Equal("", await Reused(options));
    }

    [Fact]
    public async Task A_notebook_that_ran_again_makes_what_needs_it_run_again()
    {
        await NotebookRunner.RunAsync(options);
        await NotebookRunner.RunAsync(options with { Files = [options.Files[0]], Force = true });
        Assert.Equal("1-first", await Reused(options));
    }

    [Fact]
    public async Task A_failed_notebook_is_run_again()
    {
        Write("1-first.dib", "#!nothing");
        Assert.Equal("", await Again(options));
    }

    [Fact]
    public async Task Results_that_cannot_be_written_fail_their_notebook_alone()
    {
        Directory.CreateDirectory(Path.Combine(folder, "out", "1-first.ipynb", "in-the-way"));
        var runs = await NotebookRunner.RunAsync(options with { KeepGoing = true, Files = [options.Files[0], Path.Combine(folder, "part.dib")] });
        Assert.StartsWith("1-first: its results could not be written: ", runs[0].Problem);
        Assert.Equal([RunStatus.Failed, RunStatus.Passed], runs.Select(run => run.Status));
        Assert.Equal("html", Notebook.Load(Path.Combine(folder, "out", "part.ipynb")).Cells[0].Kernel);
    }
}
