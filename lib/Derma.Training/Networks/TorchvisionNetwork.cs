using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>What torchvision's networks are all built with.</summary>
public abstract record TorchvisionOptions
{
    /// <summary>Number of classes; Smart Derma has 13.</summary>
    public int Classes { get; init; } = 13;

    /// <summary>
    /// Share dropped before the last layer while training; null is torchvision's: 0.2 for MobileNetV3, 0.3 for EfficientNet-B3, none for
    /// DenseNet-121. Smart Derma names 0.3 to 0.5.
    /// </summary>
    public double? Dropout { get; init; }

    internal abstract double DefaultDropout { get; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="UserError">An option is out of range.</exception>
    public virtual void Validate()
    {
        OptionCheck.RequireClasses(Classes);
        OptionCheck.RequireShare(nameof(Dropout), Dropout ?? 0);
    }
}

/// <summary>
/// A network as torchvision builds it: a module named <c>features</c> makes maps of photos, one named <c>classifier</c> turns their means
/// into logits, and a softmax these into probabilities.
/// </summary>
/// <typeparam name="TOptions">The network's options.</typeparam>
public abstract class TorchvisionNetwork<TOptions> : Classifier where TOptions : TorchvisionOptions
{
    internal TorchvisionNetwork(string name, TOptions options) : base(name)
    {
        options.Validate();
        Options = (TOptions)(options with { Dropout = options.Dropout ?? options.DefaultDropout });
    }

    /// <summary>What the network was built with, the defaults filled in; as JSON they are its description.</summary>
    public TOptions Options { get; }

    /// <inheritdoc/>
    public sealed override int Classes => Options.Classes;

    /// <inheritdoc/>
    public sealed override HeadActivation Head => HeadActivation.Softmax;

    /// <inheritdoc/>
    public sealed override string HeadName => "classifier";

    /// <inheritdoc/>
    public sealed override string Description => $"{GetName()} {JsonSerializer.Serialize(Options)}";
}

/// <summary>torchvision's arithmetic of channel counts.</summary>
static class Channels
{
    const int Divisor = 8;

    /// <summary>The nearest multiple of 8, but never below 8 nor more than a tenth below the wanted number.</summary>
    public static int Divisible(double wanted)
    {
        var rounded = Math.Max(Divisor, (int)(wanted + Divisor / 2.0) / Divisor * Divisor);
        return rounded < 0.9 * wanted ? rounded + Divisor : rounded;
    }
}

/// <summary>Fresh weights of torchvision's networks, drawn module by module from one generator.</summary>
static class InitialWeights
{
    /// <summary>
    /// Convolution kernels become N(0, 2 / fan), the fan being those of Kaiming's rule; biases 0. Batch norms keep weight 1 and bias 0.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="seed">Decides every number.</param>
    /// <param name="fan">Which fan of (in, out) counts. Groups count in neither, as in torchvision.</param>
    /// <param name="linear">Fills the weight of a dense layer.</param>
    public static void Draw(nn.Module model, long seed, Func<(long In, long Out), long> fan, Action<Tensor, Generator> linear)
    {
        using var generator = new Generator((ulong)seed);
        using var frozen = no_grad(); // the tensors' own methods: TorchSharp 0.107's nn.init ignores its generator
        foreach (var module in model.modules())
            switch (module)
            {
                case Conv2d convolution: Fill(convolution.weight, convolution.bias, w => Kaiming(w, fan, generator)); break;
                case Linear dense: Fill(dense.weight, dense.bias, w => linear(w, generator)); break;
            }
    }

    /// <summary>Uniform within 1 / √fan.</summary>
    public static void Uniform(Tensor weight, long fan, Generator generator) =>
        weight.uniform_(-1 / Math.Sqrt(fan), 1 / Math.Sqrt(fan), generator);

    static void Kaiming(Tensor weight, Func<(long, long), long> fan, Generator generator) =>
        weight.normal_(0, Math.Sqrt(2.0 / fan(nn.init.CalculateFanInAndFanOut(weight))), generator);

    static void Fill(Tensor weight, Tensor? bias, Action<Tensor> draw)
    {
        draw(weight);
        if (bias is not null) nn.init.zeros_(bias);
    }
}
