using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>The arithmetic of a training: one step on one batch, and the same loss in evaluation mode.</summary>
sealed class Learner : IDisposable
{
    readonly Classifier model;
    readonly TrainingOptions options;
    readonly Tensor? classWeights;
    readonly ReducedPrecision? reduced;
    readonly Parameter[] trained;
    (PixelCache Photos, Batches Batches)? evaluated;

    public Learner(Classifier model, TrainingOptions options)
    {
        (this.model, this.options) = (model, options);
        reduced = options.Precision == Precision.Float32 ? null : new ReducedPrecision(model, options.Precision);
        trained = reduced?.Masters ?? [.. model.parameters()];
        Optimizer = Optimizers.Create(options, trained);
        if (options.ClassWeights is { } weights) classWeights = tensor(weights.ToArray(), device: model.Device).DetachFromDisposeScope();
    }

    public OptimizerHelper Optimizer { get; }

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

    public (double Loss, int Correct) Step(PixelBatch batch, double rate, RunningConfusion confusion)
    {
        using var scope = NewDisposeScope();
        var labels = TensorBatch.Labels(batch, model.Device);
        foreach (var group in Optimizer.ParamGroups) group.LearningRate = rate;
        foreach (var parameter in trained) parameter.grad = null;
        var logits = Logits(batch);
        var loss = Losses.CrossEntropy(model.Head, logits, labels, classWeights, options.LabelSmoothing, options.WeightedMean);
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
            using var labels = TensorBatch.Labels(batch, model.Device);
            using var loss = Losses.CrossEntropy(model.Head, logits, labels, labelSmoothing: options.LabelSmoothing);
            mean = mean.Add(loss.item<float>(), confusion.Add(batch.Labels, TensorBatch.Predicted(logits)), batch.Count);
        });
        return new Evaluated(mean.MeanLoss + Penalty(), mean.Accuracy, confusion);
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        reduced?.Dispose();
        classWeights?.Dispose();
    }

    Tensor Logits(PixelBatch batch)
    {
        var pixels = TensorBatch.Pixels(batch, model);
        return reduced is null ? model.call(pixels) : model.call(pixels.to(reduced.Type)).to(ScalarType.Float32);
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
            evaluated = (photos, new Batches(photos, new BatchOptions { BatchSize = options.BatchSize, Workers = options.Workers, Prefetch = options.Prefetch }));
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
