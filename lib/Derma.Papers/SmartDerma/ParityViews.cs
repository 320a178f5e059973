using System.Globalization;

namespace Derma.Papers;

/// <summary>Exported networks held against the training framework.</summary>
public static class ParityViews
{
    const int Photos = 32;

    /// <summary>The largest differences between training framework and file, over test photos.</summary>
    public static HtmlView Parity(this Lab lab)
    {
        var test = lab.Pixels(Subset.Test);
        PreparedPhoto[] photos = [.. Enumerable.Range(0, Math.Min(Photos, test.Count)).Select(i => new PreparedPhoto(test.Size, test.Pixels(i).ToArray(), []))];
        var rows = PaperExperiments.All.Select(experiment => Row(experiment.Name, lab.NetworkModel(experiment.Network), [(lab.Models().Load(experiment.Network), 1)])).ToList();
        var vote = lab.EnsembleModel();
        var weights = ModelContract.Info(OnnxFile.ReadMetadata(vote))!.Weights;
        rows.Add(Row("the weighted vote", vote, [.. weights.Select(weight => (lab.Models().Load(weight.Key), weight.Value))]));
        return Tables.Of(
            ["Model", "Largest difference of a logit", "of a probability", "Other answers"], rows, $"Training framework and ONNX Runtime on the same {photos.Length} test photos");

        IReadOnlyList<object?> Row(string name, string path, IReadOnlyList<(Classifier Model, double Weight)> members)
        {
            using var file = OnnxModel.Load(path, new PredictorOptions { Threads = lab.Options.Threads, Device = PredictorDevice.Cpu });
            var (framework, probabilities, classes) = (Framework(photos, members), file.Run(photos, Mirror.None).Probabilities, file.Info.Classes.Count);
            foreach (var (model, _) in members) model.Dispose();
            var logits = members.Count > 1 ? "–" : Scientific(Largest(framework.Logits, file.Values(photos, Mirror.None, ModelContract.Logits)[ModelContract.Logits]));
            var others = probabilities.Chunk(classes).Zip(framework.Probabilities.Chunk(classes)).Count(pair => Answer(pair.First) != Answer(pair.Second));
            return [name, logits, Scientific(Largest(framework.Probabilities, probabilities)), others];
        }
    }

    static FrameworkRun Framework(PreparedPhoto[] photos, IReadOnlyList<(Classifier Model, double Weight)> members)
    {
        float[] pixels = [.. photos.SelectMany(photo => photo.Rgb.Select(value => value * (1f / 255)))];
        return FrameworkRun.Of(members, new PixelBatch(pixels, new long[photos.Length], new int[photos.Length], photos.Length, photos[0].Size));
    }

    static int Answer(float[] row) => Array.IndexOf(row, row.Max());

    static double Largest(float[] first, float[] second) => first.Zip(second, (a, b) => Math.Abs(a - b)).Max();

    static string Scientific(double value) => value.ToString("0.0e+0", CultureInfo.InvariantCulture);
}
