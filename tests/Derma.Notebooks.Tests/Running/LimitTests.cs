using Derma.Notebooks.Running;

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
        Skip.IfNot(Directory.Exists("/proc"));
        var run = await RunText.Async("#!csharp\n\nConsole.WriteLine(System.Diagnostics.Process.Start(\"sleep\", \"1000\").Id);\nSystem.Threading.Thread.Sleep(-1);",
            with: options => options with { CellTimeout = TimeSpan.FromSeconds(20) });
        Assert.Contains("ran longer than 20 s", run.FirstFailure!.Error!.Message);
        var id = run.Cells[0].Printed().Trim();
        Assert.NotEmpty(id);
        // Where nobody waits for it, a process that has ended keeps its entry, but no command line.
        Assert.False(File.Exists($"/proc/{id}/cmdline") && File.ReadAllText($"/proc/{id}/cmdline").Contains("sleep"));
    }

    [SkippableFact]
    public async Task A_full_disk_is_an_error_at_the_line_that_writes()
    {
        Skip.IfNot(File.Exists("/dev/full"));
        Assert.StartsWith("01-test.dib(2): IOException: No space left on device", (await InProcess.ErrorOf("#!csharp\nSystem.IO.File.WriteAllText(\"/dev/full\", \"x\");")).Message);
    }

    [Fact]
    public async Task A_display_of_fifty_megabytes_is_cut_with_a_note()
    {
        var run = await InProcess.RunAsync("#!csharp\ndisplay(new string('x', 50_000_000));\n#!csharp\n1");
        Assert.Equal("[text/plain of 50,000,000 characters, too long to keep]", run.Cells[0].Shown()[0]["text/plain"]);
        Assert.Equal(CellStatus.Passed, run.Cells[1].Status);
    }

    [Fact]
    public async Task Ten_thousand_lines_are_kept_and_ten_million_characters_are_cut_with_a_note()
    {
        var run = await RunText.Async("#!csharp\nfor (var i = 1; i <= 10_000; i++) Console.WriteLine($\"line {i}\");\n#!csharp\nfor (var i = 0; i < 100; i++) Console.Write(new string('x', 100_000));");
        Assert.Equal(10_000, run.Cells[0].Printed().Count(character => character == '\n'));
        Assert.EndsWith("\n[cut: 9,000,000 more characters]\n", run.Cells[1].Printed());
    }
}
