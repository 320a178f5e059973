namespace Derma.Papers.Tests;

/// <summary>Numbers typed from the CNN report, to hold against the ledger.</summary>
static class PaperNumbers
{
    /// <summary>Id, low and high end as printed (null: open).</summary>
    public static TheoryData<string, double?, double?> All => new()
    {
        { "cnn.data.images", 15_444, 15_444 },
        { "cnn.data.train", 13_898, 13_898 },
        { "cnn.data.test", 1_546, 1_546 },
        { "cnn.data.classes", 22, 22 },
        { "cnn.data.image-size", 256, 256 },
        { "cnn.batch-size", 32, 32 },
        { "cnn.params.total", 1_976_438, 1_976_438 },
        { "cnn.params.trainable", 1_974_422, 1_974_422 },
        { "cnn.params.non-trainable", 2_016, 2_016 },
        { "cnn.size.mib", 7.54, 7.54 },
        { "cnn.params.trainable-share", 0.99, 1 },
        { "cnn.params.non-trainable-share", 0, 0.01 },
        { "cnn.cost.minutes-per-epoch", 5, 7 },
        { "cnn.cost.final-hours", 20, null },
        { "cnn.peak.validation-accuracy", 0.60, 0.65 },
        { "cnn.conclusion.acceptable", 0.70, 0.80 },
        { "cnn.conclusion.accuracy", 0.60, 0.60 },
        { "cnn.attempt-01.train-accuracy", 0.99, 0.99 },
        { "cnn.attempt-01.validation-accuracy", 0.30, 0.30 },
        { "cnn.attempt-02.train-accuracy", 0.70, 0.70 },
        { "cnn.attempt-03.train-accuracy", 0.35, 0.35 },
        { "cnn.attempt-03.validation-accuracy", 0.35, 0.35 },
        { "cnn.attempt-04.train-accuracy", 0.45, 0.45 },
        { "cnn.attempt-04.validation-accuracy", 0.40, 0.40 },
        { "cnn.attempt-05.train-accuracy", 0.60, 0.60 },
        { "cnn.attempt-05.validation-accuracy", 0.50, 0.50 },
        { "cnn.attempt-07.train-accuracy", 0.63, 0.63 },
        { "cnn.attempt-07.validation-accuracy", 0.45, 0.50 },
        { "cnn.attempt-08.train-accuracy", 0.30, 0.30 },
        { "cnn.attempt-09.train-accuracy", 0.70, 0.70 },
        { "cnn.attempt-09.validation-accuracy", 0.50, 0.50 },
        { "cnn.attempt-10.train-accuracy", 0.90, 1 },
        { "cnn.attempt-10.validation-accuracy", 0.60, 0.60 },
        { "cnn.fig-03.train-accuracy", 0.70, 1 },
        { "cnn.fig-03.validation-accuracy", 0.45, 0.50 },
        { "cnn.fig-04.train-accuracy", 0.90, 1 },
        { "cnn.attempt-09.train-loss", 1.0, 1.0 },
        { "cnn.attempt-09.validation-loss", 2.0, null },
        { "cnn.attempt-10.train-loss", 0, 0.5 },
        { "cnn.attempt-10.validation-loss", 1.5, 2.5 },
        { "cnn.fig-07.validation-accuracy-before", 0, 0.60 },
        { "cnn.fig-08.confidence", 0.6650, 0.6650 },
        { "cnn.fig-08.second", 0.30, 0.30 },
        { "cnn.fig-09.confidence", 1, 1 },
        { "cnn.fig-10.confidence", 1, 1 },
        { "cnn.related.acne-cases", 50_000_000, 50_000_000 },
        { "cnn.related.skin-cancer-lifetime", 0.20, 0.20 },
        { "cnn.related.reference-3.images", 150_223, 150_223 },
        { "cnn.related.reference-3.diseases", 6, 6 },
        { "cnn.related.reference-3.accuracy", 0.87, 0.87 },
    };

    /// <summary>Attempt, epochs planned, epochs run.</summary>
    public static TheoryData<int, int, int> Epochs => new()
    {
        { 1, 20, 20 }, { 2, 100, 100 }, { 3, 50, 50 }, { 4, 50, 50 }, { 5, 100, 100 },
        { 6, 100, 50 }, { 7, 100, 100 }, { 8, 100, 25 }, { 9, 100, 100 }, { 10, 200, 200 },
    };
}
