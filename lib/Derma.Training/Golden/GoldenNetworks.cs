namespace Derma.Training;

/// <summary>The networks that a golden file may name, as NAME or NAME@SIZE.</summary>
static class GoldenNetworks
{
    static readonly Dictionary<string, Func<int, int, Classifier>> builders = new()
    {
        ["report_cnn"] = (classes, size) => new PaperCnn(new PaperCnnOptions { Classes = classes, ImageSize = size }),
        [NetworkNames.MobileNetV3Large] = (classes, _) => Networks.Build(NetworkNames.MobileNetV3Large, classes, dropout: 0),
        [NetworkNames.MobileNetV3Small] = (classes, _) => Networks.Build(NetworkNames.MobileNetV3Small, classes, dropout: 0),
        [NetworkNames.DenseNet121] = (classes, _) => Networks.Build(NetworkNames.DenseNet121, classes, dropout: 0),
        [NetworkNames.EfficientNetB3] = (classes, _) => new EfficientNetB3(new() { Classes = classes, Dropout = 0, StochasticDepth = 0 }),
    };

    /// <summary>A network without dropout and stochastic depth, or null for an unknown name.</summary>
    public static Classifier? Build(string entry, int classes, int imageSize) =>
        builders.TryGetValue(entry.Split('@')[0], out var build) ? build(classes, imageSize) : null;
}
