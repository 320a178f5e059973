namespace Derma.TestSupport;

/// <summary>Predictions written down by hand.</summary>
static class Answers
{
    /// <summary>One row of probabilities and one true class a photo.</summary>
    public static Predictions Of(params (float[] Row, int Label)[] photos)
    {
        var classes = photos[0].Row.Length;
        return new Predictions(
            [.. photos.SelectMany(photo => photo.Row)], [.. photos.Select(photo => photo.Label)], [.. photos.Select((_, i) => $"{i}.jpg")],
            [.. Enumerable.Range(0, classes).Select(c => $"class {c}")]);
    }

    /// <summary>Predictions that are wholly sure of these classes.</summary>
    public static Predictions Sure(int classes, params (int Predicted, int Label, int Times)[] photos) =>
        Of([.. photos.SelectMany(photo => Enumerable.Range(0, photo.Times).Select(_ => (OneHot(photo.Predicted, classes), photo.Label)))]);

    /// <summary>Random rows and labels; a higher <paramref name="skill"/> leans towards the true class.</summary>
    public static Predictions Random(int seed, int photos, int classes, double skill = 1) =>
        Of([.. Enumerable.Range(0, photos).Select(i => (Row(new Random(seed * 1_000_003 + i), i % classes, classes, skill), i % classes))]);

    static float[] OneHot(int one, int classes) => [.. Enumerable.Range(0, classes).Select(c => c == one ? 1f : 0f)];

    static float[] Row(Random random, int label, int classes, double skill)
    {
        double[] values = [.. Enumerable.Range(0, classes).Select(c => Math.Exp(random.NextDouble() * 3 + (c == label ? skill : 0)))];
        return [.. values.Select(value => (float)(value / values.Sum()))];
    }
}
