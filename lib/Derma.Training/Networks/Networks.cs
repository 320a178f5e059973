using TorchSharp;
using TorchSharp.Modules;

namespace Derma.Training;

/// <summary>The one spelling of each network, torchvision's; what else a network is called follows from it.</summary>
public static class NetworkNames
{
    /// <summary>MobileNetV3, large.</summary>
    public const string MobileNetV3Large = "mobilenet_v3_large";

    /// <summary>MobileNetV3, small.</summary>
    public const string MobileNetV3Small = "mobilenet_v3_small";

    /// <summary>DenseNet-121.</summary>
    public const string DenseNet121 = "densenet121";

    /// <summary>EfficientNet-B3.</summary>
    public const string EfficientNetB3 = "efficientnet_b3";

    /// <summary>MobileNetV3 of either size, where Smart Derma does not say which it means.</summary>
    public const string MobileNetV3 = "mobilenet_v3";

    /// <summary>What Smart Derma calls one network: <see cref="MobileNetV3"/> of either size; any other name is handed back.</summary>
    /// <param name="name">One of these names, or any other.</param>
    public static string Family(string name) => name is MobileNetV3Large or MobileNetV3Small ? MobileNetV3 : name;

    /// <summary>A network's name for a reader, as Smart Derma writes it.</summary>
    /// <param name="name">One of these names; any other is handed back.</param>
    public static string Title(string name) => name switch
    {
        MobileNetV3Large or MobileNetV3 => "MobileNetV3",
        MobileNetV3Small => "MobileNetV3-Small",
        DenseNet121 => "DenseNet121",
        EfficientNetB3 => "EfficientNet-B3",
        _ => name,
    };
}

/// <summary>The torchvision networks by name.</summary>
public static class Networks
{
    /// <summary>Every name: Smart Derma's three in the order of its experiments, then MobileNetV3-Small.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [NetworkNames.MobileNetV3Large, NetworkNames.DenseNet121, NetworkNames.EfficientNetB3, NetworkNames.MobileNetV3Small];

    /// <summary>Builds a network with fresh weights.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="dropout">Share dropped in the head while training; null is torchvision's default.</param>
    /// <param name="seed">Decides the weights.</param>
    /// <exception cref="UserError">The name is unknown or a number out of range.</exception>
    public static Classifier Build(string name, int classes = 13, double? dropout = null, long seed = 0) => name switch
    {
        NetworkNames.MobileNetV3Large => MobileNet(MobileNetV3Variant.Large, classes, dropout, seed),
        NetworkNames.MobileNetV3Small => MobileNet(MobileNetV3Variant.Small, classes, dropout, seed),
        NetworkNames.DenseNet121 => new DenseNet121(new() { Classes = classes, Dropout = dropout }, seed),
        NetworkNames.EfficientNetB3 => new EfficientNetB3(new() { Classes = classes, Dropout = dropout }, seed),
        _ => throw new UserError($"There is no network {name}. Known: {string.Join(", ", Names)}."),
    };

    /// <summary>
    /// The function that scales the channels in a network's squeeze-excitation, told by what it answers: a hard sigmoid is exactly 0 at -4.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <returns>Null where it has none.</returns>
    public static string? GateOf(Classifier model)
    {
        if (model.modules().OfType<SqueezeExcitation>().FirstOrDefault() is not { } squeeze) return null;
        using var scope = torch.NewDisposeScope();
        return squeeze.Gate(torch.tensor(-4f)).item<float>() == 0 ? nameof(Hardsigmoid) : nameof(Sigmoid);
    }

    static MobileNetV3 MobileNet(MobileNetV3Variant variant, int classes, double? dropout, long seed) =>
        new(new MobileNetV3Options { Variant = variant, Classes = classes, Dropout = dropout }, seed);
}
