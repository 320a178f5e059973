using Derma.Notebooks.Running.Progress;
using Derma.Notebooks.Tests.Results;

namespace Derma.Notebooks.Tests.Running;

public sealed class PlainLogTests
{
    static string[] Lines(params RunEvent[] events)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var log = new PlainLog(writer);
        foreach (var happened in events) log.Report(happened);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    [Fact]
    public void A_progress_line_is_one_line() =>
        Assert.Equal(["  | 3/3"], Lines(new TextWritten("a.dib", 1, "stdout", "1/3\r2/3"), new TextWritten("a.dib", 1, "stdout", "\r3/3\n")));

    [Fact]
    public void An_error_is_shown_with_its_source_line() =>
        Assert.Equal(["  ! 02-second.dib(6,9): error CS0103: no c", "  ! Cell 1", "  ! var b = c;"], Lines(new CellFinished("02-second.dib", Samples.Failed.Cells[0])));

    [Fact]
    public void Notebooks_are_numbered_and_their_end_is_told() => Assert.Equal(
        ["[2/7] 01-first.dib, 1 cells", "01-first: passed in 3.0 s"], Lines(new NotebookStarted("01-first.dib", 2, 7, 1), new NotebookFinished("01-first.dib", Samples.Passed)));
}
