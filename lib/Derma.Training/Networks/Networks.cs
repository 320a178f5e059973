using Build = System.Func<int, double?, long, Derma.Training.Classifier>;

namespace Derma.Training;

/// <summary>The torchvision networks by name.</summary>
public static class Networks
{
    static readonly Dictionary<string, Build> builders = new()
    {
        [NetworkNames.MobileNetV3Large] = (classes, dropout, seed) => MobileNet(MobileNetV3Variant.Large, classes, dropout, seed),
        [NetworkNames.MobileNetV3Small] = (classes, dropout, seed) => MobileNet(MobileNetV3Variant.Small, classes, dropout, seed),
        [NetworkNames.DenseNet121] = (classes, dropout, seed) => new DenseNet121(new() { Classes = classes, Dropout = dropout }, seed),
        [NetworkNames.EfficientNetB3] = (classes, dropout, seed) => new EfficientNetB3(new() { Classes = classes, Dropout = dropout }, seed),
    };

    /// <summary>Every name: Smart Derma's three in the order of its experiments, then MobileNetV3-Small.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [NetworkNames.MobileNetV3Large, NetworkNames.DenseNet121, NetworkNames.EfficientNetB3, NetworkNames.MobileNetV3Small];

    /// <summary>Builds a network with fresh weights.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="dropout">Share dropped in the head while training; null is torchvision's default.</param>
    /// <param name="seed">Decides the weights.</param>
    /// <exception cref="UserError">The name is unknown or a number out of range.</exception>
    public static Classifier Build(string name, int classes = 13, double? dropout = null, long seed = 0) =>
        builders.TryGetValue(name, out var build)
            ? build(classes, dropout, seed)
            : throw new UserError($"There is no network {name}. Known: {string.Join(", ", Names)}.");

    static MobileNetV3 MobileNet(MobileNetV3Variant variant, int classes, double? dropout, long seed) =>
        new(new MobileNetV3Options { Variant = variant, Classes = classes, Dropout = dropout }, seed);
}
