using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Makes the optimizer that the options name.</summary>
static class Optimizers
{
    public static OptimizerHelper Create(TrainingOptions options, IEnumerable<Parameter> parameters) => options.Optimizer switch
    {
        OptimizerKind.Adam => optim.Adam(
            parameters, lr: options.LearningRate, eps: options.AdamEpsilon, weight_decay: options.WeightDecay),
        OptimizerKind.AdamW => optim.AdamW(
            parameters, lr: options.LearningRate, eps: options.AdamEpsilon, weight_decay: options.WeightDecay),
        _ => throw new ArgumentOutOfRangeException(nameof(options)),
    };
}
