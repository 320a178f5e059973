using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;
using Derma.Notebooks.Running.Progress;

namespace Derma.Notebooks.Tests.Running;

public sealed class LimitTests
{
    const long Limit = 400L << 20;

    [Fact]
    public async Task More_memory_than_allowed_is_an_exception_at_the_line_that_asks_for_it()
    {
        var run = await RunText.Async("#!csharp\n\n1\n\n#!csharp\n\nvar a = new byte[1L << 30];\na[5]", with: options => options with { MemoryLimit = Limit });
        Assert.StartsWith("01-test.dib(7): OutOfMemoryException", run.FirstFailure!.Error!.Message);
    }

    [Fact]
    public async Task More_native_memory_than_allowed_stops_the_cell()
    {
        var run = await RunText.Async("#!csharp\n\nConsole.WriteLine(\"before\");\nunsafe { for (var i = 0; i < 3000; i++) new Span<byte>(System.Runtime.InteropServices.NativeMemory.Alloc(1 << 20), 1 << 20).Fill(1); }\nSystem.Threading.Thread.Sleep(-1);",
            with: options => options with { MemoryLimit = Limit });
        Assert.Equal("01-test.dib(3): cell 1 used more than 0.391 GB of memory and was stopped.", run.FirstFailure!.Error!.Message);
        Assert.Equal("before\n", run.Cells[0].Printed());
    }

    [SkippableFact]
    public async Task Processes_that_a_cell_started_end_with_it()
    {
        Skip.IfNot(Directory.Exists("/proc"), "There is no /proc here.");
        var run = await RunText.Async("#!csharp\n\nConsole.WriteLine(System.Diagnostics.Process.Start(\"sleep\", \"1000\").Id);\nSystem.Threading.Thread.Sleep(-1);",
            with: options => options with { CellTimeout = TimeSpan.FromSeconds(20) });
        Assert.Contains("ran longer than 20 s", run.FirstFailure!.Error!.Message);
        Assert.False(IsAlive(run.Cells[0].Printed().Trim(), "sleep"));
    }

    [SkippableFact]
    public async Task A_full_disk_is_an_error_at_the_line_that_writes()
    {
        Skip.IfNot(File.Exists("/dev/full"), "There is no /dev/full here.");
        Assert.StartsWith("01-test.dib(2): IOException: No space left on device", (await InProcess.ErrorOf("#!csharp\nSystem.IO.File.WriteAllText(\"/dev/full\", \"x\");")).Message);
    }

    [SkippableFact]
    public async Task Memory_that_a_child_of_a_cell_takes_counts_and_the_child_ends_with_the_cell()
    {
        Skip.IfNot(File.Exists("/proc/self/task/" + Environment.ProcessId + "/children"), "There is no /proc here that names children.");
        // What has no line end, tail holds whole.
        var run = await RunText.Async("#!csharp\n\nvar child = System.Diagnostics.Process.Start(\"sh\", new[] { \"-c\", \"head -c 1000000000 /dev/zero | tail; sleep 1000\" });\nConsole.WriteLine(child.Id);\nchild.WaitForExit();",
            with: options => options with { MemoryLimit = Limit });
        Assert.Equal("01-test.dib(3): cell 1 used more than 0.391 GB of memory and was stopped.", run.FirstFailure!.Error!.Message);
        Assert.False(IsAlive(run.Cells[0].Printed().Trim(), "sleep"));
    }

    /// <summary>Where nobody waits for it, a process that has ended keeps its entry, but no command line.</summary>
    static bool IsAlive(string id, string name)
    {
        Assert.NotEmpty(id);
        return File.Exists($"/proc/{id}/cmdline") && File.ReadAllText($"/proc/{id}/cmdline").Contains(name);
    }

    static string Notes(CellRun cell) => cell.Outputs[^1] is StreamOutput { Name: "stderr" } note ? note.Text : "";

    [Fact]
    public async Task A_text_of_fifty_megabytes_is_shown_to_its_first_million_characters_with_a_note()
    {
        var run = await InProcess.RunAsync("#!csharp\ndisplay(new string('x', 50_000_000));\n#!csharp\n1");
        Assert.Equal(1_000_000, run.Cells[0].Shown()[0]["text/plain"].Length);
        Assert.Equal("[cut: 49,000,000 characters of displays]\n", Notes(run.Cells[0]));
        Assert.Equal(CellStatus.Passed, run.Cells[1].Status);
    }

    [Theory]
    [InlineData("display(HTML(new string('x', 50_000_000)));", 0, "[cut: 50,000,000 characters of displays]\n")]
    [InlineData("HTML(new string('x', 50_000_000))", 0, "[cut: 50,000,000 characters of displays]\n")]
    [InlineData("for (var i = 0; i < 20; i++) display(HTML(new string('x', 1_000_000)));", 8, "[cut: 12,000,000 characters of displays]\n")]
    [InlineData("var live = display(HTML(\"\")); for (var i = 0; i < 20; i++) live.Update(HTML(new string('x', 1_000_000)));", 1, "")]
    public async Task Displays_that_no_page_could_hold_are_left_out_with_a_note_and_only_the_last_state_counts(string code, int kept, string note)
    {
        var cell = (await InProcess.RunAsync("#!csharp\n" + code)).Cells[0];
        Assert.Equal((kept, note), (cell.Shown().Count, Notes(cell)));
    }

    [Fact]
    public async Task The_message_of_an_exception_is_cut_with_a_note()
    {
        var error = await InProcess.ErrorOf("#!csharp\nthrow new Exception(new string('x', 50_000_000));");
        Assert.EndsWith("xxx [cut: 49,990,000 more characters]", error.Message);
        Assert.All(error.Traceback, line => Assert.True(line.Length < 11_000));
    }

    [Fact]
    public async Task Text_is_cut_for_all_streams_of_a_cell_together_in_results_and_log()
    {
        var log = new List<string>();
        var run = await RunText.Async("#!csharp\nfor (var i = 0; i < 300; i++) { Console.Write(new string('#', 5_000)); Console.Error.Write(new string('~', 5_000)); }\n#!csharp\nConsole.Write(\"next\");",
            progress: new Collector(log));
        var kept = run.Cells[0].Outputs.OfType<StreamOutput>().ToArray();
        Assert.Equal((200, 1_000_000), (kept.Length, kept.Sum(stream => stream.Text.Count(character => character is '#' or '~'))));
        Assert.EndsWith("\n[cut: 2,000,000 more characters]\n", kept[^1].Text);
        Assert.InRange(log.Sum(text => (long)text.Length), 1_000_000, 1_010_000);
        Assert.Equal(["\n[cut: 2,000,000 more characters]\n", "next"], log[^2..]);
    }

    sealed class Collector(List<string> log) : IProgress<RunEvent>
    {
        public void Report(RunEvent value)
        {
            if (value is TextWritten written) log.Add(written.Text);
        }
    }

    [Fact]
    public async Task Ten_thousand_lines_are_kept_and_ten_million_characters_are_cut_with_a_note()
    {
        var run = await RunText.Async("#!csharp\nfor (var i = 1; i <= 10_000; i++) Console.WriteLine($\"line {i}\");\n#!csharp\nfor (var i = 0; i < 100; i++) Console.Write(new string('x', 100_000));");
        Assert.Equal(10_000, run.Cells[0].Printed().Count(character => character == '\n'));
        Assert.EndsWith("\n[cut: 9,000,000 more characters]\n", run.Cells[1].Printed());
    }
}
