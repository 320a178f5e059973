namespace Derma.Papers.Tests;

public class EvaluationChartsTests
{
    static readonly MetricsRow Measured = new("a <b>", 0.5, 0.25, 0.75, 0.375) { AccuracyInterval = new Interval(0.25, 0.875) };

    static readonly Dictionary<string, Predictions> Models = new()
    {
        ["mobilenet_v3_large"] = Answers.Random(1, 40, 3), ["densenet121"] = Answers.Random(2, 40, 3), ["efficientnet_b3"] = Answers.Random(3, 40, 3),
    };

    [Fact]
    public void Each_figure_has_a_bar_in_its_classifiers_group_and_the_accuracy_its_interval()
    {
        var chart = MetricsChart.Of([Measured, new MetricsRow("c", 1, 1, 1, 1)]);
        Assert.Equal(["accuracy", "precision", "recall", "F1"], chart.Traces().Select(trace => (string)trace["name"]!));
        Assert.Equal([0.5, 1], chart.Trace("accuracy").Numbers("y"));
        Assert.Equal([0.375, 1], chart.Trace("F1").Numbers("y"));
        // Four bars share .8 of a group, so that the first is centred .3 to the left.
        Assert.Equal([-0.3, 0.7], chart.Trace("accuracy").Numbers("x").Select(x => Math.Round(x!.Value, 9)));
        Assert.Equal([0.375, 0], chart.Trace("accuracy")["error_y"]!.Numbers("array"));
        Assert.Equal([0.25, 0], chart.Trace("accuracy")["error_y"]!.Numbers("arrayminus"));
        Assert.Equal(["a &lt;b&gt;", "c"], chart.Layout()["xaxis"]!.Texts("ticktext"));
    }

    [Fact]
    public void Printed_values_stand_on_the_bars_of_their_name_and_what_is_not_printed_is_left_out()
    {
        var rows = new[] { new MetricsRow("x", 0.5, double.NaN, double.NaN, 0.5), new MetricsRow("y", 0.5, double.NaN, double.NaN, 0.5) };
        var chart = MetricsChart.Of(rows, printed: [new MetricsRow("y", 0.914, double.NaN, double.NaN, 0.92)]);
        Assert.Equal(["accuracy", "F1", "printed in the paper"], chart.Traces().Select(trace => (string)trace["name"]!));
        Assert.Equal([0.914, 0.92], chart.Trace("printed in the paper").Numbers("y"));
        Assert.Equal([0.8, 1.2], chart.Trace("printed in the paper").Numbers("x").Select(x => Math.Round(x!.Value, 9)));
        Assert.Throws<ArgumentException>(() => MetricsChart.Of(rows, printed: [Measured]));
    }

    [Fact]
    public void A_reliability_line_leaves_out_empty_bins_and_its_name_tells_the_error()
    {
        // Two photos at .75, one right: accuracy .5, error .25.
        var chart = ReliabilityChart.Of([("m", Calibration.Of(Answers.Of(([.75f, .25f], 0), ([.25f, .75f], 0)), bins: 4))]);
        var line = chart.Trace("m (ECE 25.0 %)");
        Assert.Equal([0.75, 0.5, 2], new[] { "x", "y", "customdata" }.Select(member => line.Numbers(member).Single()));
        Assert.Equal([0, 0, 1, 0], chart.Trace("m").Numbers("y"));
        Assert.Equal([0.125, 0.375, 0.625, 0.875], chart.Trace("m").Numbers("x"));
    }

    [Fact]
    public void Agreement_is_shown_between_different_models_only()
    {
        var agreement = Agreement.Of(new Dictionary<string, Predictions> { ["a"] = Answers.Sure(2, (0, 0, 3), (1, 1, 1)), ["b"] = Answers.Sure(2, (0, 0, 3), (0, 1, 1)) });
        var traces = AgreementChart.Of(agreement).Traces();
        Assert.Equal("[[null,0.75],[0.75,null]]", traces[0]["z"]!.ToJsonString());
        Assert.Equal(["75.0 %<br>κ 0.00", "75.0 %<br>κ 0.00"], traces[1].Texts("text"));
    }

    [Fact]
    public void The_weight_grid_is_a_triangle_with_marks_at_equal_printed_and_found_weights()
    {
        var search = WeightSearch.Run(Models);
        var chart = WeightChart.Of(search, "mobilenet_v3_large", "densenet121");
        var rows = chart.Traces()[0]["z"]!.AsArray();
        Assert.Equal(21, rows.Count);
        Assert.Equal(Enumerable.Range(0, 21).Select(row => 21 - row), rows.Select(row => row!.AsArray().Count(cell => cell is not null)));
        // First row, third cell: nothing for DenseNet121, .1 for MobileNetV3.
        var third = search.Grid.Single(score => score.Weights["densenet121"] == 0 && score.Weights["mobilenet_v3_large"] == 0.1);
        Assert.Equal(third.Accuracy, (double)rows[0]![2]!, 12);
        var marks = chart.Traces().Skip(1).Select(trace => (trace.Numbers("x")[0], trace.Numbers("y")[0])).ToArray();
        Assert.Equal((1.0 / 3, 1.0 / 3), marks[0]);
        Assert.Equal((0.4, 0.3), marks[1]);
        Assert.Equal(search.Found.Weights["densenet121"], marks[2].Item2);
    }

    [Fact]
    public void A_model_that_does_not_vote_has_no_axis() =>
        Assert.Contains("mobilenet_v3_large", Assert.Throws<UserError>(() => WeightChart.Of(WeightSearch.Run(Models), "resnet50", "densenet121")).Message);
}
