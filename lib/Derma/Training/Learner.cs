using Derma.Data;
using Derma.Evaluation;
using Derma.Models;
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

    public Learner(Classifier model, TrainingOptions options)
    {
        (this.model, this.options) = (model, options);
        Optimizer = Optimizers.Create(options, model.parameters());
        if (options.ClassWeights is { } weights) classWeights = tensor(weights.ToArray(), device: model.Device).DetachFromDisposeScope();
    }

    public OptimizerHelper Optimizer { get; }

    public (double Loss, int Correct) Step(PixelBatch batch, double rate)
    {
        using var scope = NewDisposeScope();
        var labels = TensorBatch.Labels(batch, model.Device);
        foreach (var group in Optimizer.ParamGroups) group.LearningRate = rate;
        model.zero_grad();
        var logits = model.call(TensorBatch.Pixels(batch, model.Device));
        var loss = Losses.CrossEntropy(model.Head, logits, labels, classWeights, options.LabelSmoothing);
        if (options.L2 > 0) loss = loss + Losses.L2Penalty(model, options.L2, options.L2Scope);
        loss.backward();
        if (options.GradientClip is { } limit) nn.utils.clip_grad_norm_(model.parameters(), limit);
        Optimizer.step();
        return (loss.item<float>(), TensorBatch.Correct(logits, labels));
    }

    public (double Loss, double Accuracy) Evaluate(PixelCache photos)
    {
        var mean = new RunningMean();
        Evaluator.ForEachBatch(model, photos, options.BatchSize, (batch, logits) =>
        {
            using var labels = TensorBatch.Labels(batch, model.Device);
            using var loss = Losses.CrossEntropy(model.Head, logits, labels, labelSmoothing: options.LabelSmoothing);
            mean = mean.Add(loss.item<float>(), TensorBatch.Correct(logits, labels), batch.Count);
        });
        return (mean.MeanLoss + Penalty(), mean.Accuracy);
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        classWeights?.Dispose();
    }

    double Penalty()
    {
        if (options.L2 == 0) return 0;
        using var frozen = no_grad();
        using var penalty = Losses.L2Penalty(model, options.L2, options.L2Scope);
        return penalty.item<float>();
    }
}
