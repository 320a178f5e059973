using System.Diagnostics;

namespace Derma.Papers;

/// <summary>Runs one trial: a pure function of its record and the photos, writing nothing.</summary>
public static class TrialTraining
{
    /// <summary>Trains on some photos and measures on others.</summary>
    /// <param name="trial">The settings.</param>
    /// <param name="train">Training photos.</param>
    /// <param name="validation">Photos that rank the trials.</param>
    /// <param name="classes">Class names.</param>
    /// <param name="cancellation">Ends the trial without a result.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="UserError">A setting is out of range.</exception>
    public static TrialResult Run(Trial trial, PixelCache train, PixelCache validation, IReadOnlyList<string> classes, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var experiment = new Experiment { Network = trial.Network, Dropout = trial.Dropout, BatchNormMomentum = 0.1, Training = Options(trial) };
        using var model = experiment.Build(classes.Count, trial.Seed);
        using var trainer = new Trainer(model, train, validation: null, experiment.Training);
        var result = trainer.Fit(cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (result.Status == TrainingStatus.Diverged) return new TrialResult(trial, 0, 0, 0, double.PositiveInfinity, watch.Elapsed.TotalSeconds);
        var metrics = Evaluator.Predict(model, validation, classes).Metrics();
        return new TrialResult(
            trial, metrics.Accuracy, metrics.BalancedAccuracy, metrics.Macro.F1, trainer.EvaluateOn(validation).Loss, watch.Elapsed.TotalSeconds);
    }

    static TrainingOptions Options(Trial trial) => PaperExperiments.Recipe with
    {
        Epochs = trial.Steps,
        MaxSteps = trial.Steps,
        BatchSize = trial.BatchSize,
        LearningRate = trial.LearningRate,
        WeightDecay = trial.WeightDecay,
        WarmUp = null,
        Plateau = null,
        EarlyStopping = null,
        Seed = trial.Seed,
        Threads = trial.Threads,
    };
}
