using System.Globalization;
using Derma.Charts;
using Derma.Data;
using Derma.Evaluation;
using Derma.Experiments;
using Derma.Latency;
using Derma.Models;
using Derma.Onnx;
using Derma.Onnx.Format;
using Derma.Prediction;
using Plotly.NET;
using TorchSharp.Modules;

namespace Derma.SmartDerma;

/// <summary>What the notebook of the ONNX export shows.</summary>
public static class OnnxViews
{
    const int ParityPhotos = 32;

    /// <summary>The exported files: networks and their vote, with what they weigh.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="imageSize">Width and height that the files take; the lab's own where null.</param>
    public static HtmlView ModelFiles(this Lab lab, int? imageSize = null) => Tables.Of(
        ["File", "MB", "Takes", "Weights of the vote", "Temperature", "From"],
        lab.AllModels(imageSize).Select(path =>
        {
            var info = ExportMetadata.Info(OnnxFile.ReadMetadata(path))!;
            return (IReadOnlyList<object?>)
            [
                Path.GetFileName(path), Number(new FileInfo(path).Length / 1e6, "0.0"), $"{info.ImageSize} × {info.ImageSize}",
                info.Weights.Count == 1 ? "" : info.Title.Split('(', ')')[1], Number(info.Temperature, "0.00"), info.Run,
            ];
        }),
        "What lies in models/ now");

    /// <summary>An answer as a program gets it.</summary>
    public static HtmlView AnswerTable(Answer answer, Predictor predictor) => Tables.Of(
        ["Part of the answer", "Value"],
        [
            .. answer.Classes.Take(3).Select(c => (IReadOnlyList<object?>)[c.Title, Number(100 * c.Probability, "0.0") + " %"]),
            ["sure", answer.Sure ? "yes" : $"no: the likeliest class has less than {Number(100 * predictor.Options.SureFrom, "0")} %"],
            .. answer.Members.Select(member => (IReadOnlyList<object?>)[$"{member.Key} alone", member.Value.Replace('_', ' ')]),
            .. answer.Warnings.Select(warning => (IReadOnlyList<object?>)[$"warning: {warning.Code}", warning.Text]),
        ],
        $"{predictor.Info.Title} about the first test photo, on the {predictor.Provider}");

    /// <summary>What folding leaves of the batch norms.</summary>
    public static HtmlView Folding(this Lab lab) => Tables.Of(
        ["Network", "Convolutions", "Batch norms", "Nodes of the graph", "… convolutions", "… of them norms of their own", "… batch norms"],
        PaperExperiments.All.Select(experiment =>
        {
            using var model = lab.Models().Load(experiment.Network);
            var nodes = ModelProto.Parser.ParseFrom(File.ReadAllBytes(lab.NetworkModel(experiment.Network))).Graph.Node;
            var (convolutions, kept) = (model.modules().OfType<Conv2d>().Count(), nodes.Count(node => node.OpType == "Conv"));
            return (IReadOnlyList<object?>)
            [
                experiment.Name, convolutions, model.modules().OfType<BatchNorm2d>().Count(), nodes.Count, kept, kept - convolutions,
                nodes.Count(node => node.OpType == "BatchNormalization"),
            ];
        }),
        "Layers in training, nodes in the file");

    /// <summary>The largest differences between training framework and file, over test photos.</summary>
    public static HtmlView Parity(this Lab lab)
    {
        var test = lab.Pixels(Subset.Test);
        PreparedPhoto[] photos = [.. Enumerable.Range(0, Math.Min(ParityPhotos, test.Count)).Select(i => new PreparedPhoto(test.Size, test.Pixels(i).ToArray(), []))];
        var rows = PaperExperiments.All.Select(experiment => Row(experiment.Name, lab.NetworkModel(experiment.Network), [(lab.Models().Load(experiment.Network), 1)])).ToList();
        var vote = lab.EnsembleModel();
        var weights = ExportMetadata.Info(OnnxFile.ReadMetadata(vote))!.Weights;
        rows.Add(Row("the weighted vote", vote, [.. weights.Select(weight => (lab.Models().Load(weight.Key), weight.Value))]));
        return Tables.Of(
            ["Model", "Largest difference of a logit", "of a probability", "Other answers"], rows, $"Training framework and ONNX Runtime on the same {photos.Length} test photos");

        IReadOnlyList<object?> Row(string name, string path, IReadOnlyList<(Classifier Model, double Weight)> members)
        {
            using var file = OnnxModel.Load(path, new PredictorOptions { Threads = lab.Options.Threads, Device = Device.Cpu });
            var (framework, probabilities, classes) = (Framework(photos, members), file.Run(photos, Mirror.None).Probabilities, file.Info.Classes.Count);
            foreach (var (model, _) in members) model.Dispose();
            var logits = members.Count > 1 ? "–" : Scientific(Largest(framework.Logits, file.Values(photos, Mirror.None, OnnxExport.Logits)[OnnxExport.Logits]));
            var others = probabilities.Chunk(classes).Zip(framework.Probabilities.Chunk(classes)).Count(pair => Answer(pair.First) != Answer(pair.Second));
            return [name, logits, Scientific(Largest(framework.Probabilities, probabilities)), others];
        }
    }

    /// <summary>The first test photo that the vote answers right and surely, with the parts that speak for the answer.</summary>
    public static HtmlView HeatMap(this Lab lab)
    {
        using var predictor = Predictor.Load(lab.EnsembleModel(), new PredictorOptions { Threads = lab.Options.Threads });
        var answers = lab.Photos.Of(Subset.Test).Take(ParityPhotos).Select(photo => (Photo: photo, Prepared: predictor.Prepare(File.ReadAllBytes(photo.Path)))).ToList();
        var (photo, prepared, answer) = answers.Select(entry => (entry.Photo, entry.Prepared, Answer: predictor.Predict([entry.Prepared])[0]))
            .OrderByDescending(entry => (entry.Answer.Best.Label == lab.Photos.Classes[entry.Photo.Label], entry.Answer.Best.Probability)).First();
        var said = string.Create(CultureInfo.InvariantCulture, $"{answer.Best.Title}, {answer.Best.Probability:P0}");
        return PhotoGrid.Of(
            $"Test photo of {lab.Photos.Classes[photo.Label].Replace('_', ' ')}; what speaks for the answer, on a grid of {answer.HeatMap!.Width} × {answer.HeatMap.Height}",
            [PhotoGrid.Strip([PhotoGrid.Picture(Thumbnail.OfPixels(prepared.Rgb, prepared.Size), "photo"), PhotoGrid.Picture(HeatMapOverlay.OfPixels(prepared.Rgb, prepared.Size, answer.HeatMap), said)])]);
    }

    /// <summary>Times the networks and their vote at the printed size, in both forms.</summary>
    /// <param name="lab">At the smallest scale, fewer runs are made.</param>
    public static IReadOnlyList<SpeedRow> Speed(this Lab lab)
    {
        var smallest = lab.Options.Scale == Scales.Smoke;
        var options = smallest ? new SpeedOptions { LeastRuns = 1, Seconds = 0.02, Batches = [1], Threads = [2] } : new SpeedOptions();
        var models = PaperExperiments.All.ToDictionary(experiment => experiment.Network, experiment => lab.Models().Load(experiment.Network));
        var vote = lab.EnsembleModel(NetworkViews.PrintedSize);
        SpeedCase[] cases =
        [
            .. PaperExperiments.All.Select(experiment => new SpeedCase(experiment.Name, [(models[experiment.Network], 1)], lab.NetworkModel(experiment.Network, NetworkViews.PrintedSize))),
            new("the weighted vote", [.. ExportMetadata.Info(OnnxFile.ReadMetadata(vote))!.Weights.Select(weight => (models[weight.Key], weight.Value))], vote),
        ];
        var rows = SpeedComparison.Run(cases, options);
        foreach (var model in models.Values) model.Dispose();
        return rows;
    }

    /// <summary>The measured times as a table that says on what they were measured.</summary>
    public static HtmlView SpeedTable(IReadOnlyList<SpeedRow> rows) => Tables.Of(
        ["Model", "Photos at once", "Threads", "Training framework, ms", "n", "ONNX Runtime, ms", "n", "Times as fast"],
        rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Name, row.Batch, row.Threads, Number(row.Framework.Median, "0.0"), row.Framework.Runs, Number(row.Onnx.Median, "0.0"), row.Onnx.Runs, Number(row.Factor, "0.00"),
        ]),
        $"Medians of n runs after one that warms up, at {NetworkViews.PrintedSize} × {NetworkViews.PrintedSize} pixels, one request at a time; {HardwareInfo.Here(rows.Max(row => row.Threads)).Machine}");

    /// <summary>Milliseconds of one photo, both forms side by side.</summary>
    public static GenericChart SpeedFigure(IReadOnlyList<SpeedRow> rows)
    {
        var threads = rows.Max(row => row.Threads);
        SpeedRow[] shown = [.. rows.Where(row => row.Batch == 1 && row.Threads == threads)];
        return SpeedChart.Of(shown, $"One photo of {NetworkViews.PrintedSize} × {NetworkViews.PrintedSize}, {threads} threads");
    }

    /// <summary>What the times say.</summary>
    public static HtmlView Verdict(IReadOnlyList<SpeedRow> rows)
    {
        var threads = rows.Max(row => row.Threads);
        SpeedRow[] alone = [.. rows.Where(row => row.Batch == 1 && row.Threads == threads)];
        var vote = alone[^1].Onnx.Median;
        var range = $"{Number(alone.Min(row => row.Factor), "0.0")} to {Number(alone.Max(row => row.Factor), "0.0")}";
        return Notes.Of(
            $"One photo by all three networks: {Number(vote, "0")} ms.",
            $"ONNX Runtime is {range} times as fast as the training framework here, on {threads} threads. "
            + $"Of the paper's second (Table 2), the networks leave {Number(Math.Max(0, 1000 - vote), "0")} ms to everything else; notebook 41 measures that.");
    }

    static string[] AllModels(this Lab lab, int? imageSize) => [.. PaperExperiments.All.Select(experiment => lab.NetworkModel(experiment.Network, imageSize)), lab.EnsembleModel(imageSize)];

    static FrameworkRun Framework(PreparedPhoto[] photos, IReadOnlyList<(Classifier Model, double Weight)> members)
    {
        float[] pixels = [.. photos.SelectMany(photo => photo.Rgb.Select(value => value * (1f / 255)))];
        return FrameworkRun.Of(members, new PixelBatch(pixels, new long[photos.Length], new int[photos.Length], photos.Length, photos[0].Size));
    }

    static int Answer(float[] row) => Array.IndexOf(row, row.Max());

    static double Largest(float[] first, float[] second) => first.Zip(second, (a, b) => Math.Abs(a - b)).Max();

    static string Scientific(double value) => value.ToString("0.0e+0", CultureInfo.InvariantCulture);

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
