using Derma.Models;

namespace Derma.Golden;

/// <summary>The networks that a golden file may name, as NAME or NAME@SIZE.</summary>
static class GoldenNetworks
{
    static readonly Dictionary<string, Func<int, int, Classifier>> builders = new()
    {
        ["report_cnn"] = (classes, size) => new PaperCnn(new PaperCnnOptions { Classes = classes, ImageSize = size }),
    };

    /// <summary>A network without dropout, or null for an unknown name.</summary>
    public static Classifier? Build(string entry, int classes, int imageSize) =>
        builders.TryGetValue(entry.Split('@')[0], out var build) ? build(classes, imageSize) : null;
}
