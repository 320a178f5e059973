using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;
using Derma.Notebooks.Running.Progress;

namespace Derma.Notebooks.Tests.Running;

public sealed class FailureTests
{
    [Fact]
    public async Task A_compile_error_names_file_line_column_and_shows_the_source_line()
    {
        var run = await RunText.Async("#!csharp\n\nvar good = 1;\n\n#!csharp\n\nvar x = 1;\nvar y = missing + 1;\n\n#!csharp\n\ngood");
        var error = run.FirstFailure!.Error!;
        Assert.Equal("01-test.dib(8,9): error CS0103: The name 'missing' does not exist in the current context", error.Message);
        Assert.Equal(["Cell 2 of 01-test.dib", error.Message, "var y = missing + 1;", "        ^"], error.Traceback);
        Assert.Equal(8, error.Line);
        Assert.Equal([CellStatus.Passed, CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Equal(RunStatus.Failed, run.Status);
    }

    [Fact]
    public async Task An_exception_names_cell_and_line_keeps_earlier_output_and_shows_no_frame_of_the_engine()
    {
        var run = await RunText.Async("#!markdown\n\n# Title\n\n#!csharp\n\nvoid Fail() {\n    throw new ArgumentException(\"boom\");\n}\n\n#!csharp\n\nConsole.WriteLine(\"before\");\nFail();");
        var cell = run.FirstFailure!;
        Assert.Equal("before\n", cell.Printed());
        Assert.Equal(3, cell.Number);
        Assert.Equal("01-test.dib(8): ArgumentException: boom", cell.Error!.Message);
        Assert.Equal("Cell 3 of 01-test.dib", cell.Error.Traceback[0]);
        Assert.Contains(cell.Error.Traceback, line => line.Contains("01-test.dib:line 14"));
        Assert.DoesNotContain(cell.Error.Traceback, line => line.Contains("Microsoft.CodeAnalysis") || line.Contains("Worker") || line.Contains(Path.GetTempPath()));
    }

    [Fact]
    public async Task A_value_that_cannot_be_formatted_fails_its_cell()
    {
        var run = await RunText.Async("#!csharp\n\nusing Microsoft.DotNet.Interactive.Formatting;\nrecord Bad;\n"
            + "Formatter.Register<Bad>((bad, writer) => throw new InvalidOperationException(\"no form\"), \"text/html\");\nnew Bad()");
        Assert.Equal("01-test.dib(5): InvalidOperationException: no form", run.FirstFailure!.Error!.Message);
    }

    [Fact]
    public async Task An_error_inside_an_import_fails_the_importing_cell_and_names_the_imported_line()
    {
        var folder = RunText.NewFolder();
        File.WriteAllText(Path.Combine(folder, "bad.dib"), "#!csharp\n\nvar ok = 1;\nthrow new Exception(\"inside\");\n");
        var run = await RunText.Async("#!csharp\n\n// first\n#!import bad.dib\n\n#!csharp\n\n1", folder);
        var error = run.FirstFailure!.Error!;
        Assert.Equal("bad.dib(4): Exception: inside", error.Message);
        Assert.Equal(4, error.Line);
        Assert.Contains("imported by 01-test.dib(4)", error.Traceback);
        Assert.Equal(CellStatus.NotRun, run.Cells[1].Status);
    }

    [Theory]
    [InlineData("#!frobnicate now", "01-test.dib(2): cell 1: Unknown magic command '#!frobnicate'.")]
    [InlineData("#!import", "01-test.dib(2): cell 1: Missing required parameter '--file'.")]
    [InlineData("#!import 01-test.dib", "01-test.dib(2): cell 1: 01-test.dib imports itself.")]
    public async Task A_wrong_magic_command_is_one_sentence(string line, string message)
    {
        var run = await RunText.Async($"#!csharp\n{line}\nConsole.WriteLine(\"never\");");
        Assert.Equal(message, run.FirstFailure!.Error!.Message);
        Assert.Empty(run.FirstFailure.Printed());
    }

    [Fact]
    public async Task A_wrong_magic_command_fails_the_cell_before_anything_runs()
    {
        var run = await RunText.Async("#!csharp\nConsole.WriteLine(\"never\");\n#!nothing");
        Assert.Empty(run.FirstFailure!.Printed());
    }

    [Fact]
    public async Task A_cell_of_a_kernel_that_is_not_there_fails_with_one_sentence()
    {
        var run = await RunText.Async("#!fsharp\n\nlet x = 1");
        Assert.Equal("01-test.dib(3): cell 1: there is no kernel 'fsharp' here; csharp, html, value, mermaid, markdown, javascript cells run.", run.FirstFailure!.Error!.Message);
    }

    [Fact]
    public async Task An_endless_cell_is_stopped_at_its_timeout_and_keeps_what_it_wrote()
    {
        var run = await RunText.Async("#!csharp\n\nConsole.WriteLine(\"here\");\nwhile (true) { }\n\n#!csharp\n\n2",
            with: options => options with { CellTimeout = TimeSpan.FromSeconds(20) });
        Assert.Equal("here\n", run.FirstFailure!.Printed());
        Assert.Equal("01-test.dib(3): cell 1 ran longer than 20 s and was stopped.", run.FirstFailure!.Error!.Message);
    }

    [Fact]
    public async Task Ending_the_process_in_a_cell_fails_that_cell_and_loses_nothing()
    {
        var run = await RunText.Async("#!csharp\n\n1\n\n#!csharp\n\nConsole.Write(\"last words\");\nEnvironment.Exit(7);\n\n#!csharp\n\n2");
        Assert.Equal([CellStatus.Passed, CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Equal("last words", run.Cells[1].Printed());
        Assert.Equal("01-test.dib(7): cell 2 ended its process with exit code 7.", run.Cells[1].Error!.Message);
    }

    [Fact]
    public async Task A_stack_overflow_fails_its_cell()
    {
        var run = await RunText.Async("#!csharp\n\nConsole.Write(\"down\"); int Down(int n) => Down(n + 1) + 1;\nDown(0)");
        Assert.Equal("down", run.Cells[0].Printed());
        Assert.Contains("crashed its process (SIGABRT", run.Cells[0].Error!.Message);
        Assert.Contains(run.Cells[0].Outputs, output => output is StreamOutput { Name: "stderr" } stream && stream.Text.Contains("Stack overflow"));
    }

    [Fact]
    public async Task Text_that_native_code_writes_is_kept()
    {
        var run = await RunText.Async("#!csharp\n\nusing System.Runtime.InteropServices;\n[DllImport(\"libc\")] static extern int puts(string text);\n[DllImport(\"libc\")] static extern int fflush(IntPtr file);\nputs(\"native\"); fflush(IntPtr.Zero);");
        Assert.Equal("native\n", run.Cells[0].Printed());
    }

    [Fact]
    public async Task After_a_failure_later_notebooks_run_only_when_asked_to_keep_going()
    {
        var folder = RunText.NewFolder();
        string Write(string name, string text)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
            return Path.Combine(folder, name);
        }
        var options = new RunOptions { Files = [Write("1.dib", "#!nothing"), Write("2.dib", "#!html\n\nfine")] };
        Assert.Equal([RunStatus.Failed, RunStatus.NotFinished], (await NotebookRunner.RunAsync(options)).Select(run => run.Status));
        Assert.Equal([RunStatus.Failed, RunStatus.Passed], (await NotebookRunner.RunAsync(options with { KeepGoing = true })).Select(run => run.Status));
    }

    [Fact]
    public async Task A_cancelled_run_gives_its_cell_a_moment_and_then_ends_it()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Callback(happened => { if (happened is TextWritten) cancel.Cancel(); });
        var run = await RunText.Async("#!csharp\n\nConsole.WriteLine(\"running\");\nSystem.Threading.Thread.Sleep(-1);", progress: progress,
            with: options => options with { StopTime = TimeSpan.FromMilliseconds(100) }, token: cancel.Token);
        Assert.Equal("01-test.dib(3): cell 1 was stopped.", run.FirstFailure!.Error!.Message);
    }

    [SkippableFact]
    public async Task An_interrupt_lets_the_cell_end_by_itself_and_runs_no_other()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no interrupt signal.");
        using var cancel = new CancellationTokenSource();
        var progress = new Callback(happened =>
        {
            if (happened is not TextWritten written || !written.Text.StartsWith("pid ", StringComparison.Ordinal)) return;
            System.Diagnostics.Process.Start("kill", ["-INT", written.Text[4..].Trim()]);
            cancel.Cancel();
        });
        var run = await RunText.Async("#!csharp\n\nConsole.WriteLine($\"pid {Environment.ProcessId}\");\n"
            + "var token = Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken;\n"
            + "while (!token.IsCancellationRequested) await Task.Delay(5);\nConsole.WriteLine(\"saved\");\n\n#!csharp\n\n2", progress: progress, token: cancel.Token);
        Assert.EndsWith("saved\n", run.Cells[0].Printed());
        Assert.Equal([CellStatus.Passed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Equal(RunStatus.NotFinished, run.Status);
    }

    [Fact]
    public async Task A_missing_notebook_is_an_error_before_anything_runs()
    {
        var problem = await Assert.ThrowsAsync<NotebookException>(() => NotebookRunner.RunAsync(new() { Files = ["no-such.dib"] }));
        Assert.Equal("There is no notebook at no-such.dib.", problem.Message);
    }

    sealed class Callback(Action<RunEvent> report) : IProgress<RunEvent>
    {
        public void Report(RunEvent value) => report(value);
    }
}
