using System.Text.Json;

namespace Derma.Core;

/// <summary>What a model said about a set of photos: one row of class probabilities each, with the true labels.</summary>
public sealed class Predictions
{
    /// <summary>Keeps the arrays as they are, without copying.</summary>
    /// <param name="probabilities">Row-major, photos x classes, each row adding up to 1.</param>
    /// <param name="labels">True class of each photo.</param>
    /// <param name="paths">File of each photo.</param>
    /// <param name="classes">Class names in label order.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    public Predictions(float[] probabilities, int[] labels, IReadOnlyList<string> paths, IReadOnlyList<string> classes)
    {
        if (probabilities.Length != labels.Length * classes.Count || paths.Count != labels.Length)
            throw new ArgumentException(
                $"{labels.Length} labels of {classes.Count} classes do not fit "
                + $"{probabilities.Length} probabilities and {paths.Count} paths.");
        (Probabilities, Labels, Paths, Classes) = (probabilities, labels, paths, classes);
    }

    /// <summary>Probabilities, row-major, photos x classes.</summary>
    public float[] Probabilities { get; }

    /// <summary>True classes.</summary>
    public int[] Labels { get; }

    /// <summary>Files of the photos.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Class names in label order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Number of photos.</summary>
    public int Count => Labels.Length;

    /// <summary>Share of the photos that show the class that most of them show: the accuracy of always answering it; 0 without
    /// photos.</summary>
    public double MajorityShare => Count == 0 ? 0 : Labels.CountBy(label => label).Max(pair => pair.Value) / (double)Count;

    /// <summary>The probabilities of photo <paramref name="i"/>, one for each class.</summary>
    public ReadOnlySpan<float> Row(int i) => Probabilities.AsSpan(i * Classes.Count, Classes.Count);

    /// <summary>The class with the highest probability; the first of equals.</summary>
    public int Predicted(int i)
    {
        var row = Row(i);
        var best = 0;
        for (var c = 1; c < row.Length; c++) if (row[c] > row[best]) best = c;
        return best;
    }

    /// <summary>The probability of the predicted class.</summary>
    public float Confidence(int i) => Row(i)[Predicted(i)];

    /// <summary>How far the highest probability is above the second highest; 0 on a tie, 1 where there is one class only.</summary>
    public double Margin(int i)
    {
        double first = 0, second = 0;
        foreach (var p in Row(i)) (first, second) = p > first ? (p, first) : (first, Math.Max(p, second));
        return first - second;
    }

    /// <summary>Whether the predicted class is the true one.</summary>
    public bool IsCorrect(int i) => Predicted(i) == Labels[i];

    /// <summary>The classes of photo <paramref name="i"/> by falling probability.</summary>
    /// <param name="i">Photo.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<(int Class, float Probability)> Top(int i, int count)
    {
        var row = Row(i).ToArray();
        return [.. row.Select((p, c) => (c, p)).OrderByDescending(entry => entry.p).Take(count)];
    }

    /// <summary>The predictions of some of the photos.</summary>
    /// <param name="paths">Files of the photos, in the order that is wanted.</param>
    /// <exception cref="UserError">One of them is not among these photos.</exception>
    public Predictions Of(IReadOnlyList<string> paths)
    {
        var places = Paths.Select((path, i) => (path, i)).ToDictionary(entry => entry.path, entry => entry.i);
        int[] rows =
            [.. paths.Select(path => places.TryGetValue(path, out var i) ? i : throw new UserError($"Nothing was predicted for {path}."))];
        return new Predictions([.. rows.SelectMany(i => Row(i).ToArray())], [.. rows.Select(i => Labels[i])], paths, Classes);
    }

    /// <summary>Truth against prediction.</summary>
    public ConfusionMatrix Confusion() => new(Labels, [.. Enumerable.Range(0, Count).Select(Predicted)], Classes);

    /// <summary>Accuracy, precision, recall, F1 and the rest.</summary>
    public ClassificationMetrics Metrics() => new(Confusion());

    /// <summary>Writes a safetensors file: tensors <c>probabilities</c> and <c>labels</c>, names as JSON in its metadata.</summary>
    public void Save(string path)
    {
        SafetensorsEntry[] entries =
        [
            SafetensorsEntry.Of("probabilities", Probabilities, Count, Classes.Count),
            SafetensorsEntry.Of("labels", [.. Labels.Select(l => (long)l)], Count),
        ];
        SafetensorsFile.Write(path, entries, new Dictionary<string, string>
        {
            ["classes"] = JsonSerializer.Serialize(Classes),
            ["paths"] = JsonSerializer.Serialize(Paths),
        });
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="UserError">The file is missing, damaged or holds something else.</exception>
    public static Predictions Load(string path)
    {
        var file = SafetensorsFile.Read(path);
        try
        {
            return new Predictions(
                file["probabilities"].Values<float>(),
                [.. file["labels"].Values<long>().Select(l => checked((int)l))],
                JsonSerializer.Deserialize<string[]>(file.Metadata["paths"])!,
                JsonSerializer.Deserialize<string[]>(file.Metadata["classes"])!);
        }
        catch (Exception error) when (error is KeyNotFoundException or JsonException or ArgumentException or OverflowException)
        {
            throw new UserError($"{path} does not hold predictions: {error.Message}");
        }
    }
}

/// <summary>Three telling predictions, picked by rule so that nobody can pick the prettiest (CNN report, Figs. 8 to 10).</summary>
/// <param name="Mixed">The wrong answer whose true class comes second and closest behind (Fig. 8); null where there is none.</param>
/// <param name="SureAndRight">The right answer with the highest confidence (Fig. 9); null where every answer is wrong.</param>
/// <param name="SureAndWrong">The wrong answer with the highest confidence (Fig. 10); null where every answer is right.</param>
public sealed record ExamplePredictions(int? Mixed, int? SureAndRight, int? SureAndWrong)
{
    /// <summary>Applies the three rules; the first photo wins among equals.</summary>
    /// <param name="predictions">Probabilities of a whole set.</param>
    public static ExamplePredictions Pick(Predictions predictions)
    {
        var right = Enumerable.Range(0, predictions.Count).Where(predictions.IsCorrect).ToList();
        var wrong = Enumerable.Range(0, predictions.Count).Where(i => !predictions.IsCorrect(i)).ToList();
        var nearlyRight = wrong.Where(i => predictions.Top(i, 2)[1].Class == predictions.Labels[i]).ToList();
        return new ExamplePredictions(
            Highest(nearlyRight, i => predictions.Row(i)[predictions.Labels[i]] - predictions.Confidence(i)),
            Highest(right, i => predictions.Confidence(i)),
            Highest(wrong, i => predictions.Confidence(i)));
    }

    static int? Highest(List<int> photos, Func<int, float> score) => photos.Count == 0 ? null : photos.MaxBy(score);
}
