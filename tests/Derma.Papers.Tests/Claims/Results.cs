namespace Derma.Papers.Tests;

/// <summary>Results of runs that never ran, for tests of what is concluded from them.</summary>
static class Results
{
    /// <summary>A training that ended after so many epochs with these accuracies, on ten photos of ten classes.</summary>
    public static TrainedSeed Seed(int epochs = 1, double train = 0.5, double validation = 0.4, int classes = 10) => new(
        1, new TrainingFolder(""), Epochs(epochs, train, validation), new RunMetrics
        {
            Status = "Completed", Epochs = epochs, LowestLossEpoch = 1, TrainAccuracy = train, TrainAccuracyPlain = train, ValidationAccuracy = validation,
            ValidationInterval = new Interval(0, 1), BalancedAccuracy = 0, MacroF1 = 0, BestValidationAccuracy = validation, BestEpoch = 1,
            TrainLoss = 0, ValidationLoss = 0, Steps = epochs, Seconds = 1,
        }, Answers(classes));

    public static Trained<Attempt> Attempt(Attempt attempt, int imageSize = 256, int classes = 22, int? steps = null, int epochs = 1) =>
        new(attempt, [Seed(epochs)])
        {
            AsRun = attempt with { Network = attempt.NetworkFor(classes, imageSize), Training = attempt.Training with { MaxSteps = steps } },
        };

    static History Epochs(int count, double train, double validation) => new([.. Enumerable.Range(1, count).Select(epoch => new EpochMetrics(epoch, 1, train, 1, validation, 0.001, 1))]);

    static Predictions Answers(int classes) => new(
        [.. Enumerable.Range(0, classes * classes).Select(i => i % (classes + 1) == 0 ? 1f : 0f)], [.. Enumerable.Range(0, classes)],
        [.. Enumerable.Range(0, classes).Select(i => $"{i}.jpg")], [.. Enumerable.Range(0, classes).Select(i => $"class {i}")]);
}
