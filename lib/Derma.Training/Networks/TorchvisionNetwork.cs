using System.Text.Json;

namespace Derma.Training;

/// <summary>A network as torchvision builds it: a module named <c>classifier</c> turns the features into logits, and a softmax these into probabilities.</summary>
/// <typeparam name="TOptions">The network's options.</typeparam>
/// <param name="name">Name of the network.</param>
/// <param name="options">What it is built with, the defaults filled in; as JSON they are its description.</param>
/// <param name="classes">Number of classes.</param>
public abstract class TorchvisionNetwork<TOptions>(string name, TOptions options, int classes) : Classifier(name)
{
    /// <summary>What the network was built with, the defaults filled in.</summary>
    public TOptions Options { get; } = options;

    /// <inheritdoc/>
    public sealed override int Classes { get; } = classes;

    /// <inheritdoc/>
    public sealed override HeadActivation Head => HeadActivation.Softmax;

    /// <inheritdoc/>
    public sealed override string HeadName => "classifier";

    /// <inheritdoc/>
    public sealed override string Description => $"{GetName()} {JsonSerializer.Serialize(Options)}";
}
