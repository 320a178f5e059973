namespace Derma.Papers;

/// <summary>Trains one seed of one experiment in its folder, or picks up what an earlier, unfinished run left there.</summary>
/// <param name="experiment">What to train, with the scale's lengths.</param>
/// <param name="lab">Photos and choices.</param>
sealed class ExperimentTraining(Experiment experiment, Lab lab)
{
    /// <summary>Periodic checkpoints of a training (4.2.4), besides the last and the best.</summary>
    const int KeptCheckpoints = 2;

    /// <summary>How often in a training weights, gradients and activations are told (4.2.3).</summary>
    const int Tellings = 4;

    /// <summary>Trains, evaluates and writes everything into <paramref name="folder"/>; a finished training is only read.</summary>
    /// <exception cref="OperationCanceledException">The training was stopped; the folder holds its checkpoint.</exception>
    public ExperimentSeed Run(long seed, string folder, TrainingView? view)
    {
        TrainingFolder.RequireSameConfig(folder, new { experiment, lab.ImageSize, lab.Photos.Classes }, experiment.Name);
        if (ExperimentSeed.IsFinished(folder)) return ExperimentSeed.Load(seed, folder);
        using var model = experiment.Build(lab.Photos.Classes.Count, seed);
        var options = experiment.Training with { Seed = seed };
        var checkpoints = new CheckpointOptions(folder) { KeepEveryEpochs = Math.Max(1, options.Epochs / KeptCheckpoints) };
        using var trainer = new Trainer(model, lab.Pixels(Subset.Train), lab.Pixels(Subset.Validation), options, checkpoints);
        using var watcher = new TrainingWatcher($"{experiment.Name}{(lab.Seeds.Count > 1 ? $", seed {seed}" : "")}", folder, view, Logging(options.Epochs));
        var result = trainer.Fit(watcher, watcher.OnEpoch, watcher.Stop, watcher.Log);
        if (result.Interrupted) throw new OperationCanceledException($"{experiment.Name} was stopped after {result.Steps} steps; running it again goes on from there.");
        if (result.Status == TrainingStatus.Diverged)
            throw new UserError($"The loss of {experiment.Name} is no longer a number; lower its learning rate ({options.LearningRate}).");
        return Finish(seed, folder, model, result, watcher);
    }

    static LoggingOptions Logging(int epochs)
    {
        var every = Math.Max(1, epochs / Tellings);
        return new LoggingOptions { WeightsEvery = every, GradientsEvery = every, ActivationsEvery = every, ConfusionEvery = every };
    }

    ExperimentSeed Finish(long seed, string folder, Classifier model, TrainingResult result, TrainingWatcher watcher)
    {
        Safetensors.LoadInto(model, new CheckpointOptions(folder).Best);
        var validation = Evaluator.Predict(model, lab.Pixels(Subset.Validation), lab.Photos.Classes);
        var test = Evaluator.Predict(model, lab.Pixels(Subset.Test), lab.Photos.Classes);
        var figures = test.Metrics();
        var metrics = new ExperimentMetrics
        {
            TrainAccuracy = result.History.Last!.TrainAccuracy,
            BestEpoch = result.BestEpoch!.Epoch,
            LowestLossEpoch = result.History.BestBy(BestBy.ValidationLoss)!.Epoch,
            Epochs = result.History.Epochs.Count,
            Status = result.Status.ToString(),
            Steps = result.Steps,
            Seconds = result.History.Epochs.Sum(epoch => epoch.Seconds),
            ValidationAccuracy = validation.Metrics().Accuracy,
            TestAccuracy = figures.Accuracy,
            TestBalancedAccuracy = figures.BalancedAccuracy,
            TestMacroF1 = figures.Macro.F1,
        };
        var trained = new ExperimentSeed(seed, folder, result.History, validation, test, metrics);
        trained.Save();
        watcher.Done(metrics.Steps, metrics.Seconds, metrics.TrainAccuracy, metrics.ValidationAccuracy);
        return trained;
    }
}
