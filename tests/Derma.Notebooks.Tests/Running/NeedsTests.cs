using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Running;

public sealed class NeedsTests
{
    readonly string folder = RunText.NewFolder();

    string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return Path.Combine(folder, name);
    }

    Task<IReadOnlyList<NotebookRun>> RunAsync(Func<RunOptions, RunOptions> with, params string[] files) => NotebookRunner.RunAsync(with(new() { Files = files }));

    [Theory]
    [InlineData("#!markdown\n\n# Title\n\n<!-- needs: 1-first -->\n\n#!html\n\nx")]
    [InlineData("#!csharp\n\n// needs: 1-first\n1")]
    public async Task A_notebook_runs_after_those_that_it_needs(string text)
    {
        string[] files = [Write("0-second.dib", text), Write("1-first.dib", "#!html\n\nx")];
        var runs = await RunAsync(options => options, files);
        Assert.Equal(RunStatus.Passed, runs[0].Status);
        Assert.True(runs[1].Started < runs[0].Started);
    }

    [Fact]
    public async Task What_needs_a_failed_notebook_is_left_out_and_others_go_on()
    {
        string[] files = [Write("1.dib", "#!nothing"), Write("2.dib", "// needs: 1\n1"), Write("3.dib", "#!html\n\nfine")];
        var runs = await RunAsync(options => options with { KeepGoing = true }, files);
        Assert.Equal([RunStatus.Failed, RunStatus.NotFinished, RunStatus.Passed], runs.Select(run => run.Status));
    }

    [Fact]
    public async Task Independent_notebooks_run_side_by_side()
    {
        // Each ends only once the other has begun.
        string Text(string own, string other) => $"#!csharp\n\nSystem.IO.File.WriteAllText(\"{own}\", \"\");\nwhile (!System.IO.File.Exists(\"{other}\")) await Task.Delay(10);";
        string[] files = [Write("1.dib", Text("a", "b")), Write("2.dib", Text("b", "a"))];
        var runs = await RunAsync(options => options with { Jobs = 2, CellTimeout = TimeSpan.FromMinutes(2) }, files);
        Assert.All(runs, run => Assert.Equal(RunStatus.Passed, run.Status));
    }

    [Fact]
    public async Task Nothing_runs_beside_a_notebook_that_runs_alone()
    {
        // Each says how many others are at work when it begins and when it ends.
        string Text(string first) => $$"""
            #!csharp

            {{first}}
            var mine = "busy-" + Guid.NewGuid();
            System.IO.File.WriteAllText(mine, "");
            await Task.Delay(300);
            Console.WriteLine(System.IO.Directory.GetFiles(".", "busy-*").Length);
            System.IO.File.Delete(mine);
            """;
        string[] files = [Write("1.dib", Text("")), Write("2.dib", Text("// runs: alone")), Write("3.dib", Text("")), Write("4.dib", Text("// runs: alone"))];
        var runs = await RunAsync(options => options with { Jobs = 4 }, files);
        Assert.Equal(["1", "1"], new[] { runs[1], runs[3] }.Select(run => run.Cells[0].Outputs.OfType<StreamOutput>().Single().Text.Trim()));
    }

    [Fact]
    public void Notebooks_that_need_each_other_are_refused_before_anything_runs()
    {
        string[] files = [Write("1.dib", "// needs: 2"), Write("2.dib", "// needs: 1"), Write("3.dib", "x")];
        Assert.Equal("These notebooks need each other: 1, 2.", Assert.Throws<NotebookException>(() => NotebookRunner.Check(new() { Files = files })).Message);
    }

    [Fact]
    public void A_need_that_is_not_there_is_named() =>
        Assert.Equal("1.dib needs '99-none', and there is no such notebook beside it.", Assert.Throws<NotebookException>(() => NotebookRunner.Check(new() { Files = [Write("1.dib", "// needs: 99-none")] })).Message);
}
