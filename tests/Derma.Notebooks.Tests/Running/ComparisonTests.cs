using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests;

public class ComparisonTests
{
    [Theory]
    [InlineData("loss 0.5", "loss 0.5", 0, true)]
    [InlineData("loss 0.5", "loss 0.50", 0, false)]
    [InlineData("loss 0.5", "loss 0.50", 1e-6, true)]
    [InlineData("loss 1.000001e3", "loss 1000", 1e-5, true)]
    [InlineData("loss 1.00002e3", "loss 1000", 1e-5, false)]
    [InlineData("-1 of 2", "1 of 2", 0.5, false)]
    [InlineData("loss 0.5", "lost 0.5", 0.5, false)]
    [InlineData("1 2", "1 2 3", 0.5, false)]
    [InlineData("x1.2.3", "x1.2.4", 0.5, false)]
    [InlineData("1e999", "2e999", 0.5, false)]
    [InlineData("0", "-0.0", 1e-9, true)]
    public void Numbers_may_lie_apart_as_far_as_the_tolerance_says(string kept, string now, double tolerance, bool isSame) =>
        Assert.Equal(isSame, Differences([Out(kept)], [Out(now)], new() { Tolerance = tolerance }).Count == 0);

    [Theory]
    [InlineData("Wall time: 1.5ms", "Wall time: 00:02")]
    [InlineData("at 10:20:30.5", "at 11:21:31")]
    [InlineData("made 2026-01-02T03:04:05.678Z.", "made 2025-12-31T23:59:59Z.")]
    [InlineData("made 2026-01-02.", "made 2025-12-31.")]
    [InlineData("trained in 1.2 s", "trained in 900 ms")]
    [InlineData("took 3\u00b5s", "took 4\u03bcs")]
    [InlineData("id 6f9619ff-8b86-d011-b42d-00c04fc964ff", "id 0f9619ff-8b86-d011-b42d-00c04fc964f0")]
    public void Times_dates_and_ids_are_masked_unless_they_are_asked_for(string kept, string now)
    {
        Assert.Empty(Differences([Out(kept)], [Out(now)], new()));
        Assert.NotEmpty(Differences([Out(kept)], [Out(now)], new() { Masks = [] }));
    }

    [Theory]
    [InlineData("in 3 samples", "in 4 samples")]
    [InlineData("ratio 1:2", "ratio 1:3")]
    [InlineData("year 2025", "year 2026")]
    public void What_only_looks_like_a_time_is_compared(string kept, string now) => Assert.Single(Differences([Out(kept)], [Out(now)], new()));

    [Fact]
    public void A_mask_of_ones_own_covers_what_it_matches_and_nothing_else()
    {
        var options = new ComparisonOptions { Masks = [@"run \d+"] };
        Assert.Empty(Differences([Out("run 1: 5")], [Out("run 22: 5")], options));
        Assert.Equal(("…: 5", "…: 6"), Lines(Assert.Single(Differences([Out("run 1: 5")], [Out("run 22: 6")], options))));
    }

    [Fact]
    public void The_first_line_that_differs_is_shown_of_each()
    {
        var difference = Assert.Single(Differences([Out("a\nb\n"), Out("c\nd\n")], [Out("a\nb\nC\nd\n")], new()));
        Assert.Equal(("stdout", 3, 1, "c", "C"), (difference.Output, difference.Line, difference.Cell.Number, difference.Kept, difference.Now));
    }

    [Fact]
    public void Of_a_long_line_the_part_that_differs_is_shown()
    {
        var (kept, now) = Lines(Assert.Single(Differences([Out(new string('x', 500) + "a")], [Out(new string('x', 500) + "b")], new())));
        Assert.Equal(("…" + new string('x', 40) + "a", "…" + new string('x', 40) + "b"), (kept, now));
    }

    [Fact]
    public void What_is_missing_and_what_is_more_is_told()
    {
        Assert.Equal(("text", null), Lines(Assert.Single(Differences([Out("text")], [], new()))));
        var more = Assert.Single(Differences([Shown("text/plain", "1")], [Shown("text/plain", "1"), Shown("text/html", "<b>2</b>")], new()));
        Assert.Equal(("output 2 as text/html", null, "<b>2</b>"), (more.Output, more.Kept, more.Now));
        Assert.Equal("error", Assert.Single(Differences([new ErrorOutput("X", "X: no", [])], [], new())).Output);
    }

    [Fact]
    public void Streams_are_joined_by_name_and_an_empty_one_is_none()
    {
        Output[] apart = [Out("a"), new StreamOutput("stderr", "warning"), Out("b"), new StreamOutput("stderr", "")];
        Assert.Empty(Differences(apart, [new StreamOutput("stderr", "warning"), Out("ab\n")], new()));
        Assert.Equal("stderr", Assert.Single(Differences(apart, [Out("ab")], new())).Output);
        Assert.Empty(Differences(apart, [Out("ab")], new() { Ignored = ["stderr"] }));
    }

    [Fact]
    public void Pictures_are_compared_byte_for_byte_unless_they_are_left_out()
    {
        Assert.Empty(Differences([Shown("image/png", "AAAA\nBBBB")], [Shown("image/png", "AAAABBBB")], new()));
        Assert.Single(Differences([Shown("image/png", "1000")], [Shown("image/png", "1001")], new() { Tolerance = 0.5 }));
        Assert.Empty(Differences([Shown("image/png", "1000")], [Shown("image/png", "1001")], new() { Ignored = ["image/png"] }));
        Assert.Empty(Differences([Shown("image/svg+xml", "1000")], [Shown("image/svg+xml", "1001")], new() { Tolerance = 0.5 }));
    }

    [Fact]
    public void Blanks_of_json_do_not_count() =>
        Assert.Empty(Differences([Shown("application/json", "{ \"a\": [1,2] }")], [Shown("application/json", "{\"a\":[1, 2]}")], new()));

    [Theory]
    [InlineData(CellStatus.Failed)]
    [InlineData(CellStatus.NotRun)]
    public void Of_a_cell_that_did_not_end_well_the_run_tells_and_not_the_comparison(CellStatus status) =>
        Assert.Empty(new Comparison(new()).Of(Run([Out("kept")], [], status)));

    [Fact]
    public void Wrong_options_are_refused_by_name()
    {
        Assert.Contains("--mask '('", Assert.Throws<NotebookException>(() => new Comparison(new() { Masks = ["("] })).Message);
        Assert.Contains("--tolerance", Assert.Throws<NotebookException>(() => new Comparison(new() { Tolerance = double.NaN })).Message);
    }

    static (string?, string?) Lines(Difference difference) => (difference.Kept, difference.Now);

    static StreamOutput Out(string text) => new("stdout", text);

    static ResultOutput Shown(string mimeType, string text) => new(new Dictionary<string, string> { [mimeType] = text });

    static IReadOnlyList<Difference> Differences(Output[] kept, Output[] now, ComparisonOptions options) =>
        new Comparison(options).Of(Run(kept, now, CellStatus.Passed));

    static NotebookRun Run(Output[] kept, Output[] now, CellStatus status)
    {
        var cell = new Cell("csharp", "1", 5) { Outputs = kept };
        return new("a.ipynb", new([cell]), [new(1, cell, status, now, TimeSpan.Zero, 1)], default, TimeSpan.Zero);
    }
}
