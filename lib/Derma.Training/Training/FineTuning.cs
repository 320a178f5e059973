using TorchSharp.Modules;
using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>
/// Two phases: first the head alone on a frozen backbone, whose batch norms keep their statistics, then everything (Smart Derma 3.2: the
/// three networks were fine-tuned).
/// </summary>
public sealed record FineTuning
{
    /// <summary>Epochs with a frozen backbone.</summary>
    public int FrozenEpochs { get; init; } = 1;

    /// <summary>Factor of the rate in the epochs after them.</summary>
    public double RateFactor { get; init; } = 1;

    internal void Validate()
    {
        Require(FrozenEpochs >= 0, nameof(FrozenEpochs), FrozenEpochs, "at least 0");
        Require(RateFactor > 0, nameof(RateFactor), RateFactor, "above 0");
    }
}

/// <summary>Freezes everything before a network's head.</summary>
static class Backbone
{
    /// <summary>Puts a network into training mode, with its backbone frozen or not.</summary>
    /// <remarks>A frozen batch norm normalises by its moving statistics and leaves them alone.</remarks>
    public static void Train(Classifier model, bool frozen)
    {
        model.train();
        foreach (var (name, parameter) in model.named_parameters()) parameter.requires_grad = !frozen || IsHead(model, name);
        if (!frozen) return;
        foreach (var (name, module) in model.named_modules())
            if (module is BatchNorm && !IsHead(model, name)) module.eval();
    }

    /// <summary>Lets every parameter have gradients again.</summary>
    public static void Release(Classifier model)
    {
        foreach (var parameter in model.parameters()) parameter.requires_grad = true;
    }

    static bool IsHead(Classifier model, string name) => $"{name}.".StartsWith(model.HeadName + ".", StringComparison.Ordinal);
}
