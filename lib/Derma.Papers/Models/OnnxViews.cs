using System.Globalization;
using TorchSharp.Modules;

namespace Derma.Papers;

/// <summary>What the notebook of the ONNX export shows.</summary>
public static class OnnxViews
{
    const int CandidatePhotos = 32;

    /// <summary>The exported files: networks and their vote, with what they weigh.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="imageSize">Width and height that the files take; the lab's own where null.</param>
    public static HtmlView ModelFiles(this Lab lab, int? imageSize = null) => Tables.Of(
        ["File", "MB", "Takes", "Weights of the vote", "Temperature", "From"],
        lab.AllModels(imageSize).Select(path =>
        {
            var info = ModelContract.Info(OnnxFile.ReadMetadata(path))!;
            return (IReadOnlyList<object?>)
            [
                Path.GetFileName(path), Numbers.Text(new FileInfo(path).Length / 1e6, "0.0"),
                $"{info.ImageSize} × {info.ImageSize}",
                info.Weights.Count == 1 ? "" : info.Title.Split('(', ')')[1], Numbers.Text(info.Temperature, "0.00"), info.Run,
            ];
        }),
        "What lies in models/ now");

    /// <summary>Of a few test photos the one that the vote answers right and most surely, with the parts that speak for it.</summary>
    public static HtmlView HeatMap(this Lab lab)
    {
        using var predictor = Predictor.Load(lab.EnsembleModel(), new PredictorOptions { Threads = lab.Options.Threads });
        var answers = lab.Photos.Sample(Subset.Test, CandidatePhotos, lab.Options.Seed).Of(Subset.Test)
            .Select(photo => (Photo: photo, Prepared: predictor.Prepare(File.ReadAllBytes(photo.Path)))).ToList();
        var (photo, prepared, answer) = answers
            .Select(entry => (entry.Photo, entry.Prepared, Answer: predictor.Predict([entry.Prepared])[0]))
            .MaxBy(entry => (entry.Answer.Best.Label == lab.Photos.Classes[entry.Photo.Label], entry.Answer.Best.Probability));
        var said = string.Create(CultureInfo.InvariantCulture, $"{answer.Best.Title}, {answer.Best.Probability:P0}");
        return PhotoGrid.Of(
            $"Test photo of {lab.Photos.Classes[photo.Label].Replace('_', ' ')}; "
            + $"which areas support the answer, on a grid of {answer.HeatMap!.Width} × {answer.HeatMap.Height}",
            [PhotoGrid.Strip([PhotoGrid.Picture(Thumbnail.OfPixels(prepared.Rgb, prepared.Size), "photo"),
                PhotoGrid.Picture(HeatMapOverlay.OfPixels(prepared.Rgb, prepared.Size, answer.HeatMap), said)])]);
    }

    static string[] AllModels(this Lab lab, int? imageSize) =>
        [.. PaperExperiments.All.Select(experiment => lab.NetworkModel(experiment.Network.Architecture, imageSize)),
            lab.EnsembleModel(imageSize)];
}

/// <summary>Exported networks held against the training framework.</summary>
public static class ParityViews
{
    const int Photos = 32;

    /// <summary>The largest differences between training framework and file, over test photos.</summary>
    public static HtmlView Parity(this Lab lab)
    {
        var test = lab.Pixels(Subset.Test);
        PreparedPhoto[] photos = [.. Enumerable.Range(0, Math.Min(Photos, test.Count))
            .Select(i => new PreparedPhoto(test.Size, test.Pixels(i).ToArray(), []))];
        var rows = PaperExperiments.All.Select(experiment =>
            Row(experiment.Name, lab.NetworkModel(experiment.Network.Architecture),
                [(lab.Models().Load(experiment.Network.Architecture), 1)])).ToList();
        var vote = lab.EnsembleModel();
        var weights = ModelContract.Info(OnnxFile.ReadMetadata(vote))!.Weights;
        rows.Add(Row("the weighted vote", vote, [.. weights.Select(weight => (lab.Models().Load(weight.Key), weight.Value))]));
        return Tables.Of(
            ["Model", "Largest difference of a logit", "of a probability", "Other answers"], rows,
                $"Training framework and ONNX Runtime on the same {photos.Length} test photos");

        IReadOnlyList<object?> Row(string name, string path, IReadOnlyList<(Classifier Model, double Weight)> members)
        {
            using var file = OnnxModel.Load(path, new PredictorOptions { Threads = lab.Options.Threads, Device = PredictorDevice.Cpu });
            var (framework, probabilities, classes) = (Framework(photos, members), file.Run(photos, Mirror.None).Probabilities,
                file.Info.Classes.Count);
            foreach (var (model, _) in members) model.Dispose();
            var logits = members.Count > 1 ? "–"
                : Scientific(Largest(framework.Logits, file.Values(photos, Mirror.None, ModelContract.Logits)[ModelContract.Logits]));
            var others = probabilities.Chunk(classes).Zip(framework.Probabilities.Chunk(classes))
                .Count(pair => Answer(pair.First) != Answer(pair.Second));
            return [name, logits, Scientific(Largest(framework.Probabilities, probabilities)), others];
        }
    }

    static FrameworkRun Framework(PreparedPhoto[] photos, IReadOnlyList<(Classifier Model, double Weight)> members)
    {
        float[] pixels = [.. photos.SelectMany(photo => photo.Rgb.Select(value => value * (1f / 255)))];
        return FrameworkRun.Of(members,
            new PixelBatch(pixels, new long[photos.Length], new int[photos.Length], photos.Length, photos[0].Size));
    }

    static int Answer(float[] row) => Array.IndexOf(row, row.Max());

    static double Largest(float[] first, float[] second) => first.Zip(second, (a, b) => Math.Abs(a - b)).Max();

    static string Scientific(double value) => value.ToString("0.0e+0", CultureInfo.InvariantCulture);
}
