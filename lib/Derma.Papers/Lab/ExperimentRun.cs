namespace Derma.Papers;

/// <summary>Trains an experiment in its folders, or picks up what an earlier, unfinished run left there.</summary>
/// <param name="experiment">What to train, at the scale's lengths.</param>
/// <param name="lab">Photos, seeds and folder of the run.</param>
sealed class ExperimentRun(Experiment experiment, Lab lab)
{
    IReadOnlyList<string> Classes => lab.Photos.Classes;

    /// <summary>What the run holds of one seed; null where it did not end.</summary>
    public TrainedSeed? Find(long seed) => TrainedSeed.Find(seed, lab.Run.Training(experiment, seed));

    /// <summary>Trains, evaluates and writes everything into the seed's folder; a finished training is only read.</summary>
    /// <param name="seed">Decides weights, order, augmentation and dropout.</param>
    /// <param name="origin">A finished training to go on from, or null for fresh weights.</param>
    /// <param name="view">Who watches.</param>
    /// <exception cref="UserError">The folder holds another training of that name, or the loss is no longer a number.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped; the folder holds its checkpoint.</exception>
    public TrainedSeed Train(long seed, Origin? origin, TrainingView? view)
    {
        var folder = lab.Run.Training(experiment, seed);
        folder.RequireSame(new { experiment = (object)experiment, lab.ImageSize, Classes, lab.Options.Device }, experiment.Name);
        if (Find(seed) is { } finished) return finished;
        try
        {
            return Train(seed, folder, origin, view);
        }
        finally
        {
            Allocator.GiveBack(); // a notebook with several trainings would keep the most that each of them needed
        }
    }

    TrainedSeed Train(long seed, TrainingFolder folder, Origin? origin, TrainingView? view)
    {
        using var model = experiment.Build(Classes.Count, lab.ImageSize, seed);
        var (options, epochs) = (experiment.Training with { Seed = seed, Device = DeviceChoice.Parse(lab.Options.Device) }, Epochs());
        using var trainer = new Trainer(
            model, lab.Pixels(Subset.Train), lab.Pixels(Subset.Validation), options, experiment.Checkpoints(folder.Location, epochs),
            experiment.Teacher(lab));
        if (trainer.Remark is { } remark) lab.Say(remark);
        if (origin is not null) trainer.Continue(origin.Checkpoint, origin.KeepsOptimizerState);
        var name = lab.Seeds.Count > 1 ? $"{experiment.Name}, seed {seed}" : experiment.Name;
        using var watcher = new TrainingWatcher(
            name, new TrainingLog(folder.Location, experiment.Logging(epochs)), view, lab.Options.ProgressFile);
        var result = trainer.Fit(watcher, watcher.OnEpoch, watcher.Stop, watcher.Log);
        Require(result);
        var trained = Judge(seed, folder, model, trainer, result);
        lab.Say(trained.Metrics.Line(name));
        return trained;
    }

    /// <summary>Epochs that the training comes to, a budget of steps considered.</summary>
    int Epochs()
    {
        if (experiment.Training.MaxSteps is not { } steps) return experiment.Training.Epochs;
        var stepsPerEpoch = (lab.Pixels(Subset.Train).Count + experiment.Training.BatchSize - 1) / experiment.Training.BatchSize;
        return Math.Min(experiment.Training.Epochs, steps / stepsPerEpoch);
    }

    void Require(TrainingResult result)
    {
        if (result.Interrupted)
            throw new OperationCanceledException(
                $"{experiment.Name} was stopped after {result.Steps} steps; running it again goes on from there.");
        if (result.Status == TrainingStatus.Diverged)
            throw new UserError($"The loss of {experiment.Name} is no longer a number; "
                + $"lower its learning rate ({experiment.Training.LearningRate}).");
    }

    TrainedSeed Judge(long seed, TrainingFolder folder, Classifier model, Trainer trainer, TrainingResult result)
    {
        var isTested = experiment.Judged != Judged.LastEpochOnValidation;
        if (experiment.Judged == Judged.BestEpochOnTest) Safetensors.LoadInto(model, folder.Best);
        var validation = Evaluator.Predict(model, lab.Pixels(Subset.Validation), Classes);
        var trained = new TrainedSeed(seed, folder, result.History, RunMetrics.Of(result, validation) with
        {
            TrainPhotos = lab.Pixels(Subset.Train).Count,
            Machine = HardwareInfo.Here(experiment.Training.Threads).Text,
            TrainAccuracyPlain = isTested ? null : trainer.EvaluateOn(lab.Pixels(Subset.Train)).Accuracy,
            SigmoidSum = model.Head == HeadActivation.Sigmoid ? MeanSigmoidSum(model) : null,
        }, validation);
        if (isTested) trained = trained.Tested(Evaluator.Predict(model, lab.Pixels(Subset.Test), Classes));
        trained.Save();
        return trained;
    }

    double MeanSigmoidSum(Classifier model)
    {
        var (sum, photos) = (0.0, lab.Pixels(Subset.Validation));
        Evaluator.ForEachBatch(model, photos, batchSize: 32, (_, logits) => sum += logits.sigmoid().sum().item<float>());
        return sum / photos.Count;
    }
}

/// <summary>A finished training that another goes on from.</summary>
/// <param name="Checkpoint">Its last checkpoint.</param>
/// <param name="KeepsOptimizerState">Whether moments and step count of the optimizer are taken over too.</param>
sealed record Origin(string Checkpoint, bool KeepsOptimizerState);
