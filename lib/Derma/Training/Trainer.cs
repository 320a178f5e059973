using System.Diagnostics;
using Derma.Data;
using Derma.Models;
using Derma.Native;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// Trains a network: batches, loss, optimizer, validation, history, checkpoints. The same options, seed, machine and thread count give the
/// same bits, also when the training was cancelled or killed at any moment and resumed.
/// </summary>
public sealed class Trainer : IDisposable
{
    readonly Classifier model;
    readonly PixelCache train;
    readonly PixelCache? validation;
    readonly TrainingOptions options;
    readonly CheckpointOptions? checkpoints;
    readonly Batches batches;
    readonly Learner learner;
    readonly RateCourse rates;
    readonly CheckpointFiles? files;
    readonly int steps;
    TrainingState state = new();
    string start = "fresh weights";
    Checkpoint? origin;

    /// <summary>Prepares a training; nothing is trained or written yet.</summary>
    /// <param name="model">The network, trained in place; the caller disposes it.</param>
    /// <param name="train">Photos to learn from.</param>
    /// <param name="validation">Photos to validate on, or null for none.</param>
    /// <param name="options">How to train.</param>
    /// <param name="checkpoints">Where to save, or null for nowhere.</param>
    /// <exception cref="UserError">An option is out of range, or there are no photos.</exception>
    public Trainer(
        Classifier model, PixelCache train, PixelCache? validation, TrainingOptions options, CheckpointOptions? checkpoints = null)
    {
        options.Validate(model.Classes);
        RequireLabels(train, model);
        if (validation is null && (options.Plateau is not null || options.EarlyStopping is not null))
            throw new UserError("Plateau and EarlyStopping follow the validation loss, but there are no validation photos.");
        (this.model, this.train, this.validation, this.options, this.checkpoints) = (model, train, validation, options, checkpoints);
        batches = new Batches(train, options.Batches);
        learner = new Learner(model, options);
        steps = Math.Min(options.Epochs * batches.StepsPerEpoch, options.MaxSteps ?? int.MaxValue);
        rates = new RateCourse(options, batches.StepsPerEpoch, steps);
        if (checkpoints is not null) files = new CheckpointFiles(checkpoints, model, learner.Optimizer);
    }

    /// <summary>
    /// Starts from another training's last checkpoint instead of from fresh weights, as attempt 10 does from attempt 9's (CNN report 3.7).
    /// Epochs are counted on from there.
    /// </summary>
    /// <param name="checkpoint">The other training's <c>last.checkpoint</c>.</param>
    /// <param name="keepOptimizerState">Whether Adam goes on with its moments; the report does not say (contradiction 4 of the checklist).</param>
    /// <exception cref="UserError">The file is damaged or holds another network.</exception>
    public void Continue(string checkpoint, bool keepOptimizerState = true)
    {
        origin = Checkpoint.Load(checkpoint);
        start = keepOptimizerState ? "another training's weights and optimizer" : "another training's weights";
        origin.RestoreWeights(model);
        if (keepOptimizerState) origin.RestoreOptimizer(learner.Optimizer);
        state = new TrainingState { FirstEpoch = origin.State.FirstEpoch + origin.State.EpochsDone };
    }

    /// <summary>Trains to the end, or until cancelled.</summary>
    /// <param name="progress">Told after every step.</param>
    /// <param name="onEpoch">Called after every epoch with the whole history, for live curves.</param>
    /// <param name="cancellation">Ends the training after the running step, with a checkpoint.</param>
    /// <param name="log">Where curves, histograms and pictures go, or null for nowhere.</param>
    /// <exception cref="UserError">The checkpoint to go on from was written with other options, threads, photos or network.</exception>
    public TrainingResult Fit(
        IProgress<TrainingProgress>? progress = null, Action<History>? onEpoch = null, CancellationToken cancellation = default, TrainingLog? log = null)
    {
        ThreadCount.Set(options.Threads);
        Begin();
        var meter = new ProgressMeter(progress, state.StepsDone, steps, batches.StepsPerEpoch, state.FirstEpoch + options.Epochs);
        while (!IsDone)
        {
            if (TrainEpoch(meter, cancellation) is var status and not TrainingStatus.Completed) return Result(status);
            EndEpoch(log);
            onEpoch?.Invoke(state.History);
        }
        return Result(StoppedEarly ? TrainingStatus.StoppedEarly : TrainingStatus.Completed);
    }

    /// <summary>Loss (with the L2 penalty, without class weights) and accuracy in evaluation mode: no dropout, no augmentation.</summary>
    /// <param name="photos">Any photos, the training ones included: what training reports of them is biased by dropout and augmentation.</param>
    public (double Loss, double Accuracy) EvaluateOn(PixelCache photos)
    {
        var found = learner.Evaluate(photos);
        return (found.Loss, found.Accuracy);
    }

    /// <summary>Frees the optimizer's memory.</summary>
    public void Dispose() => learner.Dispose();

    bool IsDone => state.StepInEpoch == 0 && (state.EpochsDone == options.Epochs || state.StepsDone >= steps || StoppedEarly);

    bool StoppedEarly => options.EarlyStopping is { } stopping && state.Stopping.Stops(stopping);

    SortedDictionary<string, string> Record => TrainingRecord.Of(options, model, train, start);

    double Rate(int step) => rates.At(step, state.Plateau);

    void Begin()
    {
        if (checkpoints is { Resume: true } && File.Exists(checkpoints.Last)) Resume(Checkpoint.Load(checkpoints.Last));
        else if (origin is not null) origin.RestoreGenerator();
        else random.manual_seed(options.Seed);
    }

    void Resume(Checkpoint checkpoint)
    {
        TrainingRecord.RequireSame(checkpoint.Record, Record, checkpoints!.Last);
        checkpoint.RestoreWeights(model);
        checkpoint.RestoreOptimizer(learner.Optimizer);
        checkpoint.RestoreGenerator();
        state = checkpoint.State;
        learner.LossScale = state.LossScale;
    }

    TrainingStatus TrainEpoch(ProgressMeter meter, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var before = state.Seconds;
        var confusion = state.Confusion ?? RunningConfusion.Of(model.Classes);
        state = state with { Confusion = confusion };
        EnterEpoch();
        try
        {
            foreach (var batch in batches.Epoch(state.Epoch - 1, state.StepInEpoch))
            {
                if (state.StepsDone >= steps) break;
                var (loss, correct) = learner.Step(batch, Rate(state.StepsDone), confusion);
                if (!double.IsFinite(loss)) return TrainingStatus.Diverged;
                state = state.AfterStep(loss, correct, batch.Count, before + watch.Elapsed.TotalSeconds);
                meter.Report(state, batch.Count);
                if (cancellation.IsCancellationRequested) return Interrupt();
                if (checkpoints?.EverySteps is { } every && state.StepsDone % every == 0) SaveWithinEpoch();
            }
            return TrainingStatus.Completed;
        }
        finally
        {
            learner.Leave();
        }
    }

    void EnterEpoch() => learner.Enter(frozen: state.EpochsDone < options.FineTuning?.FrozenEpochs);

    static void RequireLabels(PixelCache photos, Classifier model)
    {
        if (photos.Count == 0) throw new UserError("There are no photos to train on.");
        var classes = Enumerable.Range(0, photos.Count).Max(photos.Label) + 1;
        if (classes > model.Classes) throw new UserError($"The photos are of {classes} classes or more, but the network knows {model.Classes}.");
    }

    void EndEpoch(TrainingLog? log)
    {
        var watch = Stopwatch.StartNew();
        var last = state.EpochsDone + 1 == options.Epochs || state.StepsDone >= steps;
        var validated = validation is not null && (last || (state.EpochsDone + 1) % options.ValidateEvery == 0);
        var found = validated ? learner.Evaluate(validation!) : null;
        var (answers, epoch) = (state.Confusion!, state.Metrics(found, Rate(state.StepsDone - 1), watch.Elapsed.TotalSeconds));
        var best = validated && epoch.IsBetterThan(state.Best, options.BestBy);
        state = state.AfterEpoch(epoch, best, options) with { LossScale = learner.LossScale };
        log?.Epoch(new EpochReport(state.History, answers, found?.Confusion, learner.Trained, model, validation ?? train));
        files?.AfterEpoch(state, best, last || StoppedEarly, Record);
    }

    TrainingStatus Interrupt()
    {
        if (files is not null) SaveWithinEpoch();
        return TrainingStatus.Interrupted;
    }

    void SaveWithinEpoch()
    {
        learner.Leave();
        files!.Save(state with { LossScale = learner.LossScale }, Record);
        EnterEpoch();
    }

    TrainingResult Result(TrainingStatus status) => new(status, state.History, state.Best, state.StepsDone);
}
