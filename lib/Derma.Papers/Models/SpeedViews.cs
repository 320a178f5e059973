using System.Diagnostics;
using System.Globalization;
using Plotly.NET;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Papers;

/// <summary>How fast the networks answer, in the training framework and as ONNX files.</summary>
public static class SpeedViews
{
    /// <summary>Times the networks and their vote at the printed size, in both forms.</summary>
    /// <param name="lab">Its scale decides how many runs are made.</param>
    public static IReadOnlyList<SpeedRow> Speed(this Lab lab)
    {
        var models = PaperExperiments.All.Select(e => e.Network.Architecture).ToDictionary(name => name, lab.Models().Load);
        var vote = lab.EnsembleModel(NetworkViews.PrintedSize);
        var weights = ModelContract.Info(OnnxFile.ReadMetadata(vote))!.Weights;
        SpeedCase[] cases =
        [
            .. PaperExperiments.All.Select(experiment =>
                new SpeedCase(experiment.Name, [(models[experiment.Network.Architecture], 1)],
                    lab.NetworkModel(experiment.Network.Architecture, NetworkViews.PrintedSize))),
            new("the weighted vote", [.. weights.Select(weight => (models[weight.Key], weight.Value))], vote),
        ];
        var rows = SpeedComparison.Run(cases, lab.Options.Scale.SmartDerma.Speed);
        foreach (var model in models.Values) model.Dispose();
        return rows;
    }

    /// <summary>The measured times as a table that says on what they were measured.</summary>
    public static HtmlView Table(IReadOnlyList<SpeedRow> rows) => Tables.Of(
        ["Model", "Photos at once", "Threads", "Training framework, ms", "n", "ONNX Runtime, ms", "n", "Times as fast"],
        rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Name, row.Batch, row.Threads, Numbers.Text(row.Framework.Median, "0.0"), row.Framework.Runs,
            Numbers.Text(row.Onnx.Median, "0.0"), row.Onnx.Runs, Numbers.Text(row.Factor, "0.00"),
        ]),
        $"Medians of n runs after one that warms up, at {NetworkViews.PrintedSize} × {NetworkViews.PrintedSize} pixels, "
        + $"one request at a time; {HardwareInfo.Here(rows.Max(row => row.Threads)).Machine}");

    /// <summary>Milliseconds of one photo, both forms side by side.</summary>
    public static GenericChart Figure(IReadOnlyList<SpeedRow> rows)
    {
        var threads = rows.Max(row => row.Threads);
        var shown = rows.Where(row => row.Batch == 1 && row.Threads == threads)
            .Select(row => (row.Name, row.Framework.Median, row.Onnx.Median));
        return SpeedChart.Of([.. shown], $"One photo of {NetworkViews.PrintedSize} × {NetworkViews.PrintedSize}, {threads} threads");
    }

    /// <summary>What the times say.</summary>
    public static HtmlView Verdict(IReadOnlyList<SpeedRow> rows)
    {
        var threads = rows.Max(row => row.Threads);
        SpeedRow[] alone = [.. rows.Where(row => row.Batch == 1 && row.Threads == threads)];
        var vote = alone[^1].Onnx.Median;
        var range = $"{Numbers.Text(alone.Min(row => row.Factor), "0.0")} to {Numbers.Text(alone.Max(row => row.Factor), "0.0")}";
        return Notes.Of(
            $"One photo by all three networks: {Numbers.Text(vote, "0")} ms.",
            $"ONNX Runtime is {range} times as fast as the training framework here, on {threads} threads. "
            + $"Of the paper's second (Table 2), the networks leave {Numbers.Text(Math.Max(0, 1000 - vote), "0")} ms to everything else; "
            + "notebook 41 measures that.");
    }
}
