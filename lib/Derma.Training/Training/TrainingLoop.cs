using System.Diagnostics;

namespace Derma.Training;

/// <summary>The epochs of a training: steps, validation, history, checkpoints.</summary>
sealed class TrainingLoop
{
    readonly Classifier model;
    readonly Learner learner;
    readonly PixelCache train;
    readonly PixelCache? validation;
    readonly TrainingOptions options;
    readonly CheckpointFiles? files;
    readonly Batches batches;
    readonly TrainingLength length;
    readonly RateCourse rates;

    public TrainingLoop(Classifier model, Learner learner, PixelCache train, PixelCache? validation, TrainingOptions options, CheckpointFiles? files)
    {
        (this.model, this.learner, this.train, this.validation, this.options, this.files) = (model, learner, train, validation, options, files);
        batches = new Batches(train, options.Batches);
        length = new TrainingLength(options, batches.StepsPerEpoch);
        rates = new RateCourse(options, batches.StepsPerEpoch, length.Steps);
    }

    /// <summary>How far the training is.</summary>
    public TrainingState State { get; set; } = new();

    /// <summary>Trains from <see cref="State"/> to the end, or until cancelled.</summary>
    public TrainingResult Run(IProgress<TrainingProgress>? progress, Action<History>? onEpoch, TrainingLog? log, CancellationToken cancellation)
    {
        var meter = new ProgressMeter(progress, State.StepsDone, length.Steps, batches.StepsPerEpoch, State.FirstEpoch + options.Epochs);
        while (!length.IsReached(State))
        {
            if (TrainEpoch(meter, cancellation) is var status and not TrainingStatus.Completed) return Result(status);
            EndEpoch(log);
            onEpoch?.Invoke(State.History);
        }
        return Result(length.IsStoppedEarly(State) ? TrainingStatus.StoppedEarly : TrainingStatus.Completed);
    }

    TrainingStatus TrainEpoch(ProgressMeter meter, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var before = State.Seconds;
        var confusion = State.Confusion ?? RunningConfusion.Of(model.Classes);
        State = State with { Confusion = confusion };
        EnterEpoch();
        try
        {
            foreach (var batch in batches.Epoch(State.Epoch - 1, State.StepInEpoch))
            {
                if (State.StepsDone >= length.Steps) break;
                var (loss, correct) = learner.Step(batch, Rate(State.StepsDone), confusion);
                if (!double.IsFinite(loss)) return TrainingStatus.Diverged;
                State = State.AfterStep(loss, correct, batch.Count, before + watch.Elapsed.TotalSeconds);
                meter.Report(State, batch.Count);
                if (cancellation.IsCancellationRequested) return Interrupt();
                if (files?.IsDueAfter(State.StepsDone) == true) SaveWithinEpoch(files);
            }
            return TrainingStatus.Completed;
        }
        finally
        {
            learner.Leave();
        }
    }

    void EnterEpoch() => learner.Enter(frozen: State.EpochsDone < options.FineTuning?.FrozenEpochs);

    void EndEpoch(TrainingLog? log)
    {
        var watch = Stopwatch.StartNew();
        var last = length.IsLastEpoch(State);
        var found = last || (State.EpochsDone + 1) % options.ValidateEvery == 0 ? Validate() : null;
        var (answers, epoch) = (State.Confusion!, State.Metrics(found, Rate(State.StepsDone - 1), watch.Elapsed.TotalSeconds));
        var best = found is not null && epoch.IsBetterThan(State.Best, options.BestBy);
        State = State.AfterEpoch(epoch, best, options) with { LossScale = learner.LossScale };
        log?.Epoch(new EpochReport(State.History, answers, found?.Confusion, learner.Trained, model, validation ?? train));
        files?.AfterEpoch(State, best, last || length.IsStoppedEarly(State));
    }

    Evaluated? Validate() => validation is null ? null : learner.Evaluate(validation);

    double Rate(int step) => rates.At(step, State.Plateau);

    TrainingStatus Interrupt()
    {
        if (files is not null) SaveWithinEpoch(files);
        return TrainingStatus.Interrupted;
    }

    void SaveWithinEpoch(CheckpointFiles to)
    {
        learner.Leave();
        to.Save(State with { LossScale = learner.LossScale });
        EnterEpoch();
    }

    TrainingResult Result(TrainingStatus status) => new(status, State.History, State.Best, State.StepsDone);
}
