namespace Derma.Papers;

/// <summary>Trains one seed of one attempt in its folder, or picks up what an earlier, unfinished run left there.</summary>
/// <param name="attempt">What to train.</param>
/// <param name="photos">Decoded training and validation photos.</param>
/// <param name="classes">Class names.</param>
/// <param name="options">The run's choices.</param>
/// <param name="maxSteps">A budget of steps, or null for the attempt's epochs.</param>
sealed class AttemptTraining(Attempt attempt, (PixelCache Train, PixelCache Validation) photos, IReadOnlyList<string> classes, LabOptions options, int? maxSteps)
{
    /// <summary>Checkpoints of a training, besides the one at its end and at Ctrl-C.</summary>
    const int CheckpointsPerTraining = 4;

    /// <summary>Trains, evaluates and writes everything into <paramref name="folder"/>; a finished training is only read.</summary>
    /// <param name="seed">Its seed.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="origin">Checkpoint to start from, or null for fresh weights.</param>
    /// <param name="view">Who watches.</param>
    /// <exception cref="OperationCanceledException">The training was stopped; the folder holds its checkpoint.</exception>
    public TrainedSeed Run(long seed, string folder, string? origin, TrainingView? view)
    {
        TrainingFolder.RequireSameConfig(folder, new { attempt, maxSteps, options.Scale.ImageSize, classes, options.Threads }, attempt.Name);
        if (File.Exists(Path.Combine(folder, TrainedSeed.MetricsFile))) return TrainedSeed.Load(seed, folder);
        using var model = new PaperCnn(attempt.Network(classes.Count, options.Scale.ImageSize), seed);
        var training = attempt.Training(CountPerClass(), maxSteps, seed, options.Threads) with { ValidateEvery = options.Scale.ValidateEvery };
        using var trainer = new Trainer(model, photos.Train, photos.Validation, training, Checkpoints(folder, training));
        if (origin is not null) trainer.Continue(origin, keepOptimizerState: attempt.KeepsOptimizerState);
        using var watcher = new TrainingWatcher($"{attempt.Name}{(options.AllSeeds.Count > 1 ? $", seed {seed}" : "")}", folder, view);
        var result = trainer.Fit(watcher, watcher.OnEpoch, watcher.Stop, watcher.Log);
        if (result.Interrupted) throw new OperationCanceledException($"{attempt.Name} was stopped after {result.Steps} steps; running it again goes on from there.");
        if (result.Status == TrainingStatus.Diverged) throw new UserError($"The loss of {attempt.Name} is no longer a number; lower its learning rate ({attempt.LearningRate}).");
        return Finish(seed, folder, model, trainer, result, watcher);
    }

    TrainedSeed Finish(long seed, string folder, PaperCnn model, Trainer trainer, TrainingResult result, TrainingWatcher watcher)
    {
        var predictions = Evaluator.Predict(model, photos.Validation, classes);
        var metrics = predictions.Metrics();
        var last = result.History.Last!;
        var summary = new AttemptMetrics
        {
            TrainAccuracy = last.TrainAccuracy,
            TrainAccuracyPlain = trainer.EvaluateOn(photos.Train).Accuracy,
            ValidationAccuracy = metrics.Accuracy,
            ValidationInterval = metrics.AccuracyInterval,
            BalancedAccuracy = metrics.BalancedAccuracy,
            MacroF1 = metrics.Macro.F1,
            BestValidationAccuracy = result.BestEpoch!.ValidationAccuracy,
            BestEpoch = result.BestEpoch.Epoch,
            TrainLoss = last.TrainLoss,
            ValidationLoss = last.ValidationLoss,
            SigmoidSum = attempt.Head == HeadActivation.Sigmoid ? MeanSigmoidSum(model) : null,
            Steps = result.Steps,
            Seconds = result.History.Epochs.Sum(epoch => epoch.Seconds),
        };
        result.History.Save(Path.Combine(folder, TrainedSeed.HistoryFile));
        predictions.Save(Path.Combine(folder, TrainedSeed.PredictionsFile));
        summary.Save(Path.Combine(folder, TrainedSeed.MetricsFile));
        watcher.Done(summary.Steps, summary.Seconds, summary.TrainAccuracy, summary.ValidationAccuracy);
        return new TrainedSeed(seed, folder, result.History, summary, predictions);
    }

    double MeanSigmoidSum(PaperCnn model)
    {
        var sum = 0.0;
        Evaluator.ForEachBatch(model, photos.Validation, batchSize: 32, (_, logits) => sum += logits.sigmoid().sum().item<float>());
        return sum / photos.Validation.Count;
    }

    CheckpointOptions Checkpoints(string folder, TrainingOptions training)
    {
        var stepsPerEpoch = (photos.Train.Count + training.BatchSize - 1) / training.BatchSize;
        var epochs = Math.Min(training.Epochs, (training.MaxSteps ?? int.MaxValue) / stepsPerEpoch);
        return new CheckpointOptions(folder) { EveryEpochs = Math.Max(1, epochs / CheckpointsPerTraining) };
    }

    int[] CountPerClass()
    {
        var counts = new int[classes.Count];
        for (var i = 0; i < photos.Train.Count; i++) counts[photos.Train.Label(i)]++;
        return counts;
    }
}
