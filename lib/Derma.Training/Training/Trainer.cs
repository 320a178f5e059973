using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// Trains a network: batches, loss, optimizer, validation, history, checkpoints. The same options, seed, machine, device and thread count
/// give the
/// same bits, also when the training was cancelled or killed at any moment and resumed (on CUDA as far as its kernels have an order of
/// their own).
/// </summary>
public sealed class Trainer : IDisposable
{
    readonly Classifier model;
    readonly PixelCache train;
    readonly PixelCache? validation;
    readonly TrainingOptions options;
    readonly CheckpointOptions? checkpoints;
    readonly Predictions? teacher;
    readonly Learner learner;
    readonly Batches batches;
    readonly int steps;
    string start = "fresh weights";
    Checkpoint? origin;
    TrainingState state = new();

    /// <summary>Prepares a training: brings the network to its device. Nothing is trained or written yet.</summary>
    /// <param name="model">
    /// The network, trained in place; the caller disposes it. Its parameters are new objects where it comes to another device.
    /// </param>
    /// <param name="train">Photos to learn from.</param>
    /// <param name="validation">Photos to validate on, or null for none.</param>
    /// <param name="options">How to train.</param>
    /// <param name="checkpoints">Where to save, or null for nowhere.</param>
    /// <param name="teacher">A teacher's answers to the training photos in their order, where the options want one.</param>
    /// <exception cref="UserError">An option is out of range, there are no photos, the teacher does not fit them, or the device or its
    /// precision is not there.</exception>
    public Trainer(
        Classifier model, PixelCache train, PixelCache? validation, TrainingOptions options, CheckpointOptions? checkpoints = null,
        Predictions? teacher = null)
    {
        options.Validate(model.Classes);
        SoftTargets.Require(teacher, train, model, options);
        RequireLabels(train, model);
        if (validation is null && (options.Plateau is not null || options.EarlyStopping is not null))
            throw new UserError("Plateau and EarlyStopping follow the validation loss, but there are no validation photos.");
        (this.model, this.train, this.validation, this.options, this.checkpoints) = (model, train, validation, options, checkpoints);
        this.teacher = teacher;
        Allocator.KeepLargeBlocks();
        options.Device.Bring(model);
        learner = new Learner(model, options, teacher);
        batches = new Batches(train, options.Batches);
        steps = Math.Min(options.Epochs * batches.StepsPerEpoch, options.MaxSteps ?? int.MaxValue);
    }

    /// <summary>
    /// What a user should know about the choice of device and precision, such as that it is slow here; null where there is nothing.
    /// </summary>
    public string? Remark => learner.Remark;

    /// <summary>
    /// Starts from another training's last checkpoint instead of from fresh weights, as attempt 10 does from attempt 9's (CNN report 3.7).
    /// Epochs are counted on from there.
    /// </summary>
    /// <param name="checkpoint">The other training's <c>last.checkpoint</c>, written on any device.</param>
    /// <param name="keepOptimizerState">
    /// Whether Adam goes on with its moments; the report does not say (contradiction 4 of the checklist).
    /// </param>
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
        IProgress<TrainingProgress>? progress = null, Action<History>? onEpoch = null, CancellationToken cancellation = default,
        TrainingLog? log = null)
    {
        ThreadCount.Set(options.Threads);
        Begin();
        var meter = new ProgressMeter(progress, state.StepsDone, steps, batches.StepsPerEpoch, state.FirstEpoch + options.Epochs);
        while (!IsOver)
        {
            if (TrainEpoch(meter, cancellation) is var status and not TrainingStatus.Completed) return Result(status);
            EndEpoch(log);
            onEpoch?.Invoke(state.History);
        }
        return Result(IsStoppedEarly ? TrainingStatus.StoppedEarly : TrainingStatus.Completed);
    }

    /// <summary>Loss (with the L2 penalty, without class weights) and accuracy in evaluation mode: no dropout, no augmentation.</summary>
    /// <param name="photos">
    /// Any photos, the training ones included: what training reports of them is biased by dropout and augmentation.
    /// </param>
    public (double Loss, double Accuracy) EvaluateOn(PixelCache photos)
    {
        var found = learner.Evaluate(photos);
        return (found.Loss, found.Accuracy);
    }

    /// <summary>Frees the optimizer's memory.</summary>
    public void Dispose() => learner.Dispose();

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
        learner.Enter(IsFrozen);
        try
        {
            foreach (var batch in batches.Epoch(state.Epoch - 1, state.StepInEpoch))
            {
                if (state.StepsDone >= steps) break;
                learner.Seed(state.Epoch, state.StepInEpoch);
                var (loss, correct) = learner.Step(batch, Rate(state.StepsDone), confusion);
                if (!double.IsFinite(loss)) return TrainingStatus.Diverged;
                state = state.AfterStep(loss, correct, batch.Count, before + watch.Elapsed.TotalSeconds);
                meter.Report(state, batch.Count);
                var cancelled = cancellation.IsCancellationRequested;
                if (cancelled || IsSaveDue) SaveWithinEpoch();
                if (cancelled) return TrainingStatus.Interrupted;
            }
            return TrainingStatus.Completed;
        }
        finally
        {
            learner.Leave();
        }
    }

    void EndEpoch(TrainingLog? log)
    {
        var watch = Stopwatch.StartNew();
        var last = state.EpochsDone + 1 == options.Epochs || state.StepsDone >= steps;
        var due = last || (state.EpochsDone + 1) % options.ValidateEvery == 0;
        var found = due && validation is not null ? learner.Evaluate(validation) : null;
        var (answers, epoch) = (state.Confusion!, state.Metrics(found, Rate(state.StepsDone - 1), watch.Elapsed.TotalSeconds));
        var best = found is not null && epoch.IsBetterThan(state.Best, options.BestBy);
        state = state.AfterEpoch(epoch, best, options) with { LossScale = learner.LossScale };
        log?.Epoch(new EpochReport(state.History, answers, found?.Confusion, learner.Trained, model, validation ?? train));
        if (checkpoints is not null) SaveAfterEpoch(checkpoints, epoch, best, last || IsStoppedEarly);
    }

    // The last checkpoint comes last, so that a killed process repeats the rest.
    void SaveAfterEpoch(CheckpointOptions to, EpochMetrics epoch, bool best, bool last)
    {
        if (best) Safetensors.Save(to.Best, model, Checkpoint.About(epoch));
        if (to.KeepEveryEpochs is { } kept && state.EpochsDone % kept == 0) Save(to.Kept(epoch.Epoch), state);
        if (last || state.EpochsDone % to.EveryEpochs == 0) Save(to.Last, state);
    }

    void SaveWithinEpoch()
    {
        if (checkpoints is null) return;
        learner.Leave();
        Save(checkpoints.Last, state with { LossScale = learner.LossScale });
        learner.Enter(IsFrozen);
    }

    void Save(string path, TrainingState at) => Checkpoint.Save(path, model, learner.Optimizer, at, Record);

    double Rate(int step)
    {
        var rate = options.Schedule.At(state.Plateau?.Rate ?? options.LearningRate, step, steps);
        if (options.WarmUp is { } warmUp) rate *= warmUp.FactorAt(step, batches.StepsPerEpoch);
        if (options.FineTuning is { } phases && step / batches.StepsPerEpoch >= phases.FrozenEpochs) rate *= phases.RateFactor;
        return rate;
    }

    bool IsSaveDue => checkpoints?.EverySteps is { } every && state.StepsDone % every == 0;

    bool IsFrozen => state.EpochsDone < options.FineTuning?.FrozenEpochs;

    bool IsStoppedEarly => options.EarlyStopping is { } stopping && state.Stopping.Stops(stopping);

    bool IsOver => state.StepInEpoch == 0 && (state.EpochsDone == options.Epochs || state.StepsDone >= steps || IsStoppedEarly);

    SortedDictionary<string, string> Record => TrainingRecord.Of(options, model, train, start, teacher);

    TrainingResult Result(TrainingStatus status) => new(status, state.History, state.Best, state.StepsDone);

    static void RequireLabels(PixelCache photos, Classifier model)
    {
        if (photos.Count == 0) throw new UserError("There are no photos to train on.");
        var classes = Enumerable.Range(0, photos.Count).Max(photos.Label) + 1;
        if (classes > model.Classes)
            throw new UserError($"The photos are of {classes} classes or more, but the network knows {model.Classes}.");
    }
}

/// <summary>The arithmetic of a training: one step on one batch, and the same loss in evaluation mode.</summary>
sealed class Learner : IDisposable
{
    readonly Classifier model;
    readonly TrainingOptions options;
    readonly Device device;
    readonly NetworkInput input;
    readonly Tensor? classWeights;
    readonly SoftTargets? targets;
    readonly ReducedPrecision? reduced;
    readonly Parameter[] trained;
    (PixelCache Photos, Batches Batches)? evaluated;

    /// <param name="model">The network, on the device where it stays.</param>
    /// <param name="options">How to train.</param>
    /// <param name="teacher">A teacher's answers to the training photos, or null.</param>
    /// <exception cref="UserError">The device does not compute in this precision.</exception>
    public Learner(Classifier model, TrainingOptions options, Predictions? teacher = null)
    {
        (this.model, this.options, device) = (model, options, model.Device);
        reduced = options.Precision == Precision.Float32 ? null : new ReducedPrecision(model, options.Precision);
        trained = reduced?.Masters ?? [.. model.parameters()];
        Optimizer = OptimizerFor(options, trained);
        input = new NetworkInput(model);
        if (teacher is not null) targets = new SoftTargets(teacher, options.Distillation!, device);
        if (options.ClassWeights is { } weights) classWeights = tensor(weights.ToArray(), device: device).DetachFromDisposeScope();
    }

    public OptimizerHelper Optimizer { get; }

    public string? Remark => reduced?.Remark;

    /// <summary>The factor of the loss in half precision.</summary>
    public LossScale LossScale { get; set; } = new();

    /// <summary>Every trained tensor in 32 bits, with the last step's gradient in its <c>grad</c>.</summary>
    public IEnumerable<(string Name, Parameter Weight)> Trained => model.named_parameters().Select((p, i) => (p.name, trained[i]));

    /// <summary>Prepares the network for the steps of an epoch.</summary>
    /// <param name="frozen">Whether the backbone keeps its weights.</param>
    public void Enter(bool frozen)
    {
        reduced?.Enter();
        if (options.FineTuning is null) model.train();
        else Backbone.Train(model, frozen);
    }

    /// <summary>Makes the network whole again, to be evaluated or saved.</summary>
    public void Leave()
    {
        reduced?.Leave();
        if (options.FineTuning is not null) Backbone.Release(model);
    }

    /// <summary>
    /// Sets the generator of a card, whose state cannot be read and so not be saved: from seed, epoch and step alone, so that a resumed
    /// training
    /// drops the same. The processor's goes on from where the checkpoint has it.
    /// </summary>
    public void Seed(int epoch, int step)
    {
        if (device.type == DeviceType.CUDA) random.manual_seed((long)SplitMix64.At(options.Seed, epoch, step).Next());
    }

    public (double Loss, int Correct) Step(PixelBatch batch, double rate, RunningConfusion confusion)
    {
        using var scope = NewDisposeScope();
        foreach (var group in Optimizer.ParamGroups) group.LearningRate = rate;
        foreach (var parameter in trained) parameter.grad = null;
        var labels = TensorBatch.Labels(batch, device);
        var logits = Logits(batch);
        var loss = Losses.CrossEntropy(model.Head, logits, labels, classWeights, options.LabelSmoothing, options.WeightedMean);
        if (targets is not null) loss = targets.Mix(loss, model.Head.CrossEntropyLogits(logits), batch.Indices);
        if (options.L2 > 0) loss = loss + Losses.L2Penalty(model, options.L2, options.L2Scope);
        if (Backward(loss)) Change();
        return (loss.item<float>(), confusion.Add(batch.Labels, TensorBatch.Predicted(logits)));
    }

    public Evaluated Evaluate(PixelCache photos)
    {
        var mean = new RunningMean();
        var confusion = RunningConfusion.Of(model.Classes);
        Evaluator.ForEachBatch(model, InOrder(photos).Epoch(0), (batch, logits) =>
        {
            using var labels = TensorBatch.Labels(batch, device);
            using var loss = Losses.CrossEntropy(model.Head, logits, labels, labelSmoothing: options.LabelSmoothing);
            mean = mean.Add(loss.item<float>(), confusion.Add(batch.Labels, TensorBatch.Predicted(logits)), batch.Count);
        });
        return new Evaluated(mean.MeanLoss + Penalty(), mean.Accuracy, confusion);
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        reduced?.Dispose();
        input.Dispose();
        classWeights?.Dispose();
        targets?.Dispose();
    }

    internal static OptimizerHelper OptimizerFor(TrainingOptions options, IEnumerable<Parameter> parameters) => options.Optimizer switch
    {
        OptimizerKind.Adam => optim.Adam(
            parameters, lr: options.LearningRate, eps: options.AdamEpsilon, weight_decay: options.WeightDecay),
        OptimizerKind.AdamW => optim.AdamW(
            parameters, lr: options.LearningRate, eps: options.AdamEpsilon, weight_decay: options.WeightDecay),
        _ => throw new ArgumentOutOfRangeException(nameof(options)),
    };

    Tensor Logits(PixelBatch batch)
    {
        using var pixels = input.Of(batch);
        if (reduced is null) return model.call(pixels);
        using var rounded = pixels.to(reduced.Type);
        using var logits = model.call(rounded);
        return logits.to(ScalarType.Float32);
    }

    /// <summary>Whether the gradients are fit for a step.</summary>
    bool Backward(Tensor loss)
    {
        if (reduced is null)
        {
            loss.backward();
            return true;
        }
        var scale = reduced.Type == ScalarType.Float16 ? LossScale.Factor : 1;
        (loss * scale).backward();
        var finite = reduced.TakeGradients(scale);
        LossScale = LossScale.After(finite);
        return finite;
    }

    void Change()
    {
        if (options.GradientClip is { } limit) nn.utils.clip_grad_norm_(trained, limit);
        Optimizer.step();
        reduced?.GiveWeights();
    }

    // The same photos are evaluated after every epoch: their batches keep their memory.
    Batches InOrder(PixelCache photos)
    {
        if (evaluated?.Photos != photos)
            evaluated = (photos, new Batches(photos, new BatchOptions
            {
                BatchSize = options.BatchSize, Workers = options.Workers, Prefetch = options.Prefetch,
            }));
        return evaluated.Value.Batches;
    }

    double Penalty()
    {
        if (options.L2 == 0) return 0;
        using var frozen = no_grad();
        using var penalty = Losses.L2Penalty(model, options.L2, options.L2Scope);
        return penalty.item<float>();
    }
}

/// <summary>Turns steps into speed and time left, counted from when this process began to train.</summary>
sealed class ProgressMeter(IProgress<TrainingProgress>? progress, int stepsBefore, int steps, int stepsPerEpoch, int lastEpoch)
{
    readonly Stopwatch watch = Stopwatch.StartNew();
    long photos;

    public void Report(TrainingState state, int count)
    {
        photos += count;
        var seconds = watch.Elapsed.TotalSeconds;
        var secondsPerStep = seconds / (state.StepsDone - stepsBefore);
        progress?.Report(new TrainingProgress(
            state.Epoch, lastEpoch, state.StepInEpoch, stepsPerEpoch, state.StepsDone, steps,
            state.Running.MeanLoss, state.Running.Accuracy,
            photos / seconds, TimeSpan.FromSeconds(secondsPerStep * (steps - state.StepsDone))));
    }
}
