namespace Derma.Papers.Tests;

public class TrainingChartsTests
{
    // Four numbers, three of them in the first of two buckets; squares that make a norm of 3 and of 4.
    static HistogramBuckets Buckets(double squares) => new(0, 2, 4, 3, squares, [1, 2], [3, 1]);

    static readonly Diagnostics Told = new(
    [
        new(1)
        {
            Weights = [new("conv.weight", Buckets(1))], Gradients = [new("conv.weight", Buckets(9)), new("fc.weight", Buckets(16))],
            Activations = [new("fc", 0.5, 2, 0.25)], ValidationConfusion = [[3, 1], [0, 2]],
        },
        new(2) { Gradients = [new("conv.weight", Buckets(25))], Activations = [new("fc", 0.5, 3, 0.75)] },
    ]);

    [Fact]
    public void A_histogram_is_a_density_over_the_middles_of_its_buckets()
    {
        var line = TrainingCharts.WeightHistograms(Told).Trace("epoch 1");
        Assert.Equal([0.5, 1.5], line.Numbers("x"));
        Assert.Equal([0.75, 0.25], line.Numbers("y"));
    }

    [Fact]
    public void Norms_run_over_the_epochs_on_a_logarithmic_axis()
    {
        var chart = TrainingCharts.GradientNorms(Told);
        Assert.Equal([3, 5], chart.Trace("conv.weight").Numbers("y"));
        Assert.Equal([4], chart.Trace("fc.weight").Numbers("y"));
        Assert.Equal("log", (string?)chart.Layout()["yaxis"]!["type"]);
    }

    static Plotly.NET.GenericChart Norms(params double[] norms) => TrainingCharts.GradientNorms(new Diagnostics(
        [new(1) { Gradients = [.. norms.Select((norm, layer) => new TensorDistribution($"layer {layer}", Buckets(norm * norm)))] }]));

    [Fact]
    public void As_many_layers_as_a_legend_can_name_have_a_line_each() =>
        Assert.Equal(12, Norms([.. Enumerable.Range(1, 12).Select(norm => (double)norm)]).Traces().Count());

    [Fact]
    public void Of_more_layers_five_named_quantiles_are_drawn()
    {
        var chart = Norms([.. Enumerable.Range(0, 21).Select(norm => 20.0 - norm)]);
        Assert.Equal(["largest", "9 of 10 below", "median", "1 of 10 below", "smallest"], chart.Traces().Select(trace => (string)trace["name"]!));
        Assert.Equal([20.0, 18, 10, 2, 0], chart.Traces().Select(trace => trace.Numbers("y").Single()));
        Assert.True((bool)chart.Layout()["showlegend"]!);
    }

    [Fact]
    public void A_logarithmic_axis_has_room_for_its_labels()
    {
        Assert.Equal("D2", (string?)Norms(3, 90).Layout()["yaxis"]!["dtick"]);
        Assert.Equal(2, (double)Norms(1e-6, 10).Layout()["yaxis"]!["dtick"]!); // seven decades, six ticks at most
    }

    [Fact]
    public void Zeros_stand_beside_the_spread_on_axes_of_their_own()
    {
        var traces = TrainingCharts.Activations(Told).Traces();
        Assert.Equal([2, 3], traces[0].Numbers("y"));
        Assert.Equal([0.25, 0.75], traces[1].Numbers("y"));
        Assert.Equal("y2", (string?)traces[1]["yaxis"]);
    }

    [Fact]
    public void The_last_told_matrix_is_shown() =>
        Assert.Equal(["3", "1", "2"], TrainingCharts.Confusion(Told, ["a", "b"]).Traces()[2].Texts("text"));

    [Fact]
    public void What_was_not_told_is_refused()
    {
        Assert.Contains("bias", Assert.Throws<UserError>(() => TrainingCharts.WeightHistograms(Told, "bias")).Message);
        Assert.Throws<UserError>(() => TrainingCharts.Confusion(Told, ["a", "b"], epoch: 2));
    }

    [Fact]
    public void Both_choices_of_an_epoch_stand_in_one_table()
    {
        var history = new History(
        [
            new(1, 2, 0.5, 0.8, 0.5, 0.001, 1) { ValidationF1 = 0.25 }, new(2, 1, 0.6, 0.9, 0.5, 0.001, 1) { ValidationF1 = 0.5 },
        ]);
        var cells = TrainingCharts.BestEpochs(history).Parsed().QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray();
        Assert.Equal(("1", "2"), (cells[0], cells[5]));
        Assert.Equal([0.25, 0.5], Curves.MacroF1(history).Trace("validation").Numbers("y"));
    }
}
