namespace Derma.Papers.Tests;

public class CurvesTests
{
    static History Of(params double[] validation) =>
        new([.. validation.Select((accuracy, i) => new EpochMetrics(i + 1, 3 - i, 0.1 * (i + 1), 2 - accuracy, accuracy, 0.001, 1))]);

    static readonly History Rising = Of(0.25, 0.75, 0.5);

    [Fact]
    public void Lines_run_over_the_epochs()
    {
        var line = Curves.Accuracy(Rising).Trace("validation");
        Assert.Equal([1, 2, 3], line.Numbers("x"));
        Assert.Equal([0.25, 0.75, 0.5], line.Numbers("y"));
    }

    [Fact]
    public void The_best_accuracy_is_the_highest_and_the_best_loss_the_lowest()
    {
        Assert.Equal([2], Curves.Accuracy(Rising).Trace("best 75.0 % at epoch 2").Numbers("x"));
        Assert.Equal([1.25], Curves.Loss(Rising).Trace("best 1.250 at epoch 2").Numbers("y"));
    }

    [Fact]
    public void A_training_that_was_never_validated_has_no_best_epoch() =>
        Assert.Equal(["train", "validation"], Curves.Accuracy(Of(double.NaN)).Traces().Select(trace => (string?)trace["name"]));

    [Fact]
    public void Chance_is_a_level_line() =>
        Assert.Equal([0.125, 0.125], Curves.Accuracy(Rising, chance: 0.125).Trace("chance 12.5 %").Numbers("y"));

    [Fact]
    public void A_training_without_epochs_is_an_empty_figure() => Assert.Empty(Curves.Of(History.Empty, "not begun").Traces()[0].Numbers("y"));

    [Fact]
    public void Loss_stands_beside_accuracy_on_axes_of_its_own()
    {
        var chart = Curves.Of(Rising, "Attempt 1");
        Assert.Equal(["y2", "y2", "y2"], chart.Traces().Select(trace => (string?)trace["yaxis"]).OfType<string>());
        Assert.Equal("loss", (string?)chart.Layout()["yaxis2"]!["title"]!["text"]);
    }

    [Fact]
    public void The_legend_turns_both_lines_of_an_attempt_off_together()
    {
        var traces = Curves.Compare([("Attempt 1", Rising), ("Attempt 2", Rising)]).Traces();
        Assert.Equal(["Attempt 1", "Attempt 1", "Attempt 2", "Attempt 2"], traces.Select(trace => (string?)trace["legendgroup"]));
        Assert.Equal([null, false, null, false], traces.Select(trace => (bool?)trace["showlegend"]));
    }

    [Fact]
    public void Ten_attempts_have_ten_colours() =>
        Assert.Equal(10, Curves.Compare([.. Enumerable.Range(1, 10).Select(i => ($"Attempt {i}", Rising))]).Traces()
            .Select(trace => (string?)trace["line"]!["color"]).Distinct().Count());

    [Fact]
    public void Seeds_show_their_mean_and_their_range()
    {
        var traces = Curves.Spread([Of(0.25, 0.5), Of(0.75, 0.5, 1)], "Two seeds").Traces();
        Assert.Equal([0.25, 0.5, 1], traces[3].Numbers("y"));
        Assert.Equal([0.75, 0.5, 1], traces[4].Numbers("y"));
        Assert.Equal("tonexty", (string?)traces[4]["fill"]);
        Assert.Equal([0.5, 0.5, 1], traces[5].Numbers("y"));
    }

    [Fact]
    public void A_training_that_goes_on_is_counted_on_and_marked()
    {
        var chart = Curves.Continued(Of(0.25, 0.5), Of(0.75, 1));
        Assert.Equal([1, 2, 3, 4], chart.Trace("validation").Numbers("x"));
        Assert.Equal(2.5, (double)chart.Layout()["shapes"]![0]!["x0"]!);
    }

    [Fact]
    public void Epochs_that_already_count_on_stay_as_they_are()
    {
        var later = new History([.. Of(0.75, 1).Epochs.Select(epoch => epoch with { Epoch = epoch.Epoch + 2 })]);
        Assert.Equal([1, 2, 3, 4], Curves.Continued(Of(0.25, 0.5), later).Trace("validation").Numbers("x"));
    }

    [Fact]
    public void Names_are_not_read_as_markup() =>
        Assert.Equal("a &lt;b&gt; &amp; c", (string?)Curves.Compare([("a <b> & c", Rising)]).Traces()[0]["name"]);
}
