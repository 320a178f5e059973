using System.Text.Json.Nodes;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;
using Derma.Notebooks.Running.Progress;

namespace Derma.Notebooks.Tests.Running;

/// <summary>Whatever a notebook is called, writes or leaves behind, its result is told and no other notebook's is touched.</summary>
public sealed class NothingLostTests
{
    readonly string folder = RunText.NewFolder();

    string Write(string name, string text = "#!html\n\nfine")
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    [Theory]
    [InlineData("plain\ttext\n😀", "plain\ttext\n😀")]
    [InlineData("a\0b\u001b[1m\r", "a b [1m ")]
    [InlineData("\uFFFF\uFFFE", "\uFFFD\uFFFD")]
    public void What_no_log_can_hold_is_replaced(string text, string shown) => Assert.Equal(shown, Printable.Of(text));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("\uFFFD|\uFFFD", Printable.Of("\ud83d|\ude00"));

    [Fact]
    public async Task A_character_that_is_written_in_halves_arrives_whole() =>
        Assert.Equal("<😀>\uFFFD!\uFFFD", (await RunText.Async("#!csharp\nConsole.Write('<'); Console.Write('\\ud83d'); Console.Write('\\ude00'); Console.Write('>'); Console.Write('\\ud83d'); Console.Write('!'); Console.Write('\\ud83d');\n#!csharp\nConsole.Write('\\ude00');")).Cells[0].Printed());

    [Fact]
    public async Task A_thread_that_never_ends_is_ended_after_the_last_cell_and_named()
    {
        var run = await RunText.Async("#!csharp\nConsole.WriteLine(\"said\");\nnew System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)) { Name = \"heartbeat\" }.Start();");
        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Equal("said\n", run.Cells[0].Printed());
        var notice = run.Cells[0].Outputs.OfType<StreamOutput>().Single(stream => stream.Name == StreamOutput.Error).Text;
        Assert.Contains("The process was ended 10 s after its last cell: " + (OperatingSystem.IsLinux() ? "the thread 'heartbeat'" : "one of its threads"), notice);
    }

    [Theory]
    [InlineData("throw new Exception(\"thread boom\")", "after its end, cell 2 crashed its process (SIGABRT: System.Exception: thread boom).")]
    [InlineData("Environment.Exit(7)", "after its end, cell 2 ended its process with exit code 7.")]
    public async Task What_the_last_cell_leaves_running_can_still_fail_it(string end, string sentence)
    {
        var run = await RunText.Async($"#!csharp\n1\n#!csharp\nnew System.Threading.Thread(() => {{ System.Threading.Thread.Sleep(300); {end}; }}).Start();\n#!markdown\nthe end");
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Equal([CellStatus.Passed, CellStatus.Failed, CellStatus.Text], run.Cells.Select(cell => cell.Status));
        Assert.Equal("01-test.dib(4): " + sentence, run.FirstFailure!.Error!.Message);
    }

    [Fact]
    public async Task What_a_thread_says_after_the_last_cell_is_kept_and_fails_nothing()
    {
        var run = await RunText.Async("#!csharp\nnew System.Threading.Thread(() => { System.Threading.Thread.Sleep(700); Console.Write(\"late\"); }).Start();");
        Assert.Equal((RunStatus.Passed, "late"), (run.Status, run.Cells[0].Printed()));
    }

    [Theory]
    [InlineData("nb.dib", "nb.ipynb")]
    [InlineData("nb.dib", "NB.dib")]
    [InlineData("nb.dib", "other/nb.dib")]
    public void Notebooks_whose_results_would_meet_are_refused_before_anything_runs(string first, string second)
    {
        string[] files = [Write(first), Write(second, second.EndsWith("ipynb", StringComparison.Ordinal) ? """{"cells":[],"nbformat":4}""" : "#!html\n\nx")];
        var problem = Assert.Throws<NotebookException>(() => NotebookRunner.Check(new() { Files = files }));
        Assert.All(files, file => Assert.Contains(file, problem.Message));
        NotebookRunner.Check(new() { Files = files, CheckOnly = true });
    }

    [Fact]
    public void A_name_that_leaves_no_room_for_those_of_its_results_is_refused()
    {
        NotebookRunner.Check(new() { Files = [Write(new string('x', 240) + ".dib")] });
        Assert.Contains("240 bytes", Assert.Throws<NotebookException>(() => NotebookRunner.Check(new() { Files = [Write(new string('é', 121) + ".dib")] })).Message);
    }

    [Fact]
    public async Task Displays_without_a_name_stand_each_for_itself()
    {
        const string Publish = "KernelInvocationContext.Current.Publish(new Microsoft.DotNet.Interactive.Events.DisplayedValueProduced(\"v\", KernelInvocationContext.Current.Command, new[] { new FormattedValue(\"text/plain\", \"v\") }, null));";
        var run = await RunText.Async($"#!csharp\nusing Microsoft.DotNet.Interactive; using Microsoft.DotNet.Interactive.Formatting;\n{Publish}\n{Publish}");
        Assert.Equal((RunStatus.Passed, 2), (run.Status, run.Cells[0].Shown().Count));
    }

    [Fact]
    public void A_notebook_is_not_written_over_by_its_results()
    {
        var file = Write("out/nb.ipynb", """{"cells":[],"nbformat":4}""");
        Directory.CreateSymbolicLink(Path.Combine(folder, "link"), Path.Combine(folder, "out"));
        Assert.Contains(file, Assert.Throws<NotebookException>(() => NotebookRunner.Check(new() { Files = [file], OutputFolder = Path.Combine(folder, "link") })).Message);
    }

    [Fact]
    public async Task A_log_that_nobody_reads_any_more_costs_nothing_and_a_fault_in_it_only_its_notebook()
    {
        string[] files = [Write("1.dib"), Write("2.dib")];
        var gone = await NotebookRunner.RunAsync(new() { Files = files }, new Callback(_ => throw new IOException("Broken pipe")));
        Assert.All(gone, run => Assert.Equal(RunStatus.Passed, run.Status));
        var faulty = await NotebookRunner.RunAsync(new() { Files = files, KeepGoing = true }, new Callback(happened => { if (happened.File == files[0]) throw new IndexOutOfRangeException("off"); }));
        Assert.Equal([RunStatus.Failed, RunStatus.Passed], faulty.Select(run => run.Status));
        Assert.Equal("1: its course could not be reported: IndexOutOfRangeException: off", faulty[0].Problem);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_notebook_that_is_stopped_while_it_starts_or_compiles_is_not_finished_and_has_not_failed(int events)
    {
        using var cancel = new CancellationTokenSource();
        var seen = 0;
        var run = await RunText.Async("#!html\n\nfirst\n\n#!csharp\n\nawait Task.Delay(-1, Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken);",
            progress: new Callback(_ => { if (++seen == events) cancel.Cancel(); }), token: cancel.Token);
        Assert.Equal(RunStatus.NotFinished, run.Status);
    }

    [Fact]
    public async Task A_cell_that_is_ended_after_the_stop_time_is_not_finished_and_has_not_failed()
    {
        using var cancel = new CancellationTokenSource();
        var run = await RunText.Async("#!csharp\nConsole.WriteLine(\"running\");\nSystem.Threading.Thread.Sleep(-1);", progress: new Callback(happened => { if (happened is TextWritten) cancel.Cancel(); }),
            with: options => options with { StopTime = TimeSpan.FromMilliseconds(100) }, token: cancel.Token);
        Assert.Equal((RunStatus.NotFinished, "01-test.dib(2): cell 1 was stopped."), (run.Status, run.FirstFailure!.Error!.Message));
    }

    [Fact]
    public async Task A_failure_before_the_stop_stays_one()
    {
        using var cancel = new CancellationTokenSource();
        var run = await RunText.Async("#!csharp\nthrow new Exception(\"own\");", progress: new Callback(happened => { if (happened is CellFinished) cancel.Cancel(); }), token: cancel.Token);
        Assert.Equal(RunStatus.Failed, run.Status);
    }

    [Theory]
    [InlineData("de_DE.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    public async Task Results_are_the_same_in_every_country_and_a_culture_that_is_named_is_had(string language)
    {
        var run = await RunText.Async("#!csharp\nConsole.Write($\"{1234.5} {\"title\".ToUpper()} {new DateTime(2026, 3, 1)}\"); System.Threading.Thread thread = new(() => Console.Write(0.5)); thread.Start(); thread.Join();\n"
            + "#!csharp\n1.5.ToString(new System.Globalization.CultureInfo(\"de-DE\"))", with: options => options with { Environment = new Dictionary<string, string> { ["LANG"] = language, ["LC_ALL"] = language } });
        Assert.Equal("1234.5 TITLE 03/01/2026 00:00:000.5", run.Cells[0].Printed());
        // Where .NET has no data of cultures, it says so.
        Assert.True(run.Cells[1].Result() == "1,5" || run.FirstFailure!.Error!.Message.Contains("CultureNotFoundException"), run.Cells[1].Result());
    }

    [Theory]
    [InlineData("""{"run":[]}""", """{"run":"x"}""", "\"x\"")]
    [InlineData("""{"run":{"started":5,"seconds":1e300,"fingerprint":{}}}""", "[]", "-1")]
    public void Metadata_of_other_kinds_than_expected_are_read_as_none(string ofNotebook, string ofCell, string count)
    {
        var cell = new Cell("csharp", "1", 1) { Fields = new() { ["metadata"] = JsonNode.Parse(ofCell), ["execution_count"] = JsonNode.Parse(count) } };
        var run = NotebookRun.Of(Write("nb.dib"), new([cell], (JsonObject)JsonNode.Parse(ofNotebook)!));
        Assert.Equal((null, TimeSpan.Zero, TimeSpan.Zero), (run.Fingerprint, run.Duration, run.Cells[0].Duration));
        run.ToNotebook().Save(Path.Combine(folder, "out.ipynb"));
        Assert.Equal("1", Notebook.Load(Path.Combine(folder, "out.ipynb")).Cells.Single().Source);
    }

    sealed class Callback(Action<RunEvent> report) : IProgress<RunEvent>
    {
        public void Report(RunEvent value) => report(value);
    }
}
