using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>A network as nodes of a graph.</summary>
/// <param name="Logits">N,classes.</param>
/// <param name="Maps">N,channels,size,size: the last maps before they become a vector, which a heat map is made of.</param>
/// <param name="Channels">Number of those maps.</param>
/// <param name="MapSize">Their width and height.</param>
/// <param name="MapWeights">From classes (N whole numbers) to how much each map speaks for them: N,channels, up to a factor.</param>
/// <param name="Linear">Whether the logits are a linear function of the maps' means, so that the heat map is exact.</param>
sealed record NetworkGraph(string Logits, string Maps, int Channels, int MapSize, Func<string, string> MapWeights, bool Linear);

/// <summary>Finds the export of a network, and what follows every network.</summary>
static class NetworkGraphs
{
    // As in training: Keras clips sigmoids before it takes their logarithm.
    const float SmallestSigmoid = (float)HeadActivations.SmallestSigmoid;

    /// <exception cref="UserError">No export knows the network.</exception>
    public static NetworkGraph Add(GraphBuilder graph, Classifier model) => model switch
    {
        MobileNetV3 mobile => InvertedResidualGraph.Add(graph, mobile),
        DenseNet121 dense => DenseNet121Graph.Add(graph, dense),
        EfficientNetB3 efficient => InvertedResidualGraph.Add(graph, efficient),
        PaperCnn paper => PaperCnnGraph.Add(graph, paper),
        OnnxNetwork imported => ImportedGraph.Add(graph, imported),
        _ => throw new UserError(
            $"The ONNX export knows no {model.GetType().Name}; it knows {nameof(MobileNetV3)}, {nameof(DenseNet121)}, "
            + $"{nameof(EfficientNetB3)}, {nameof(PaperCnn)} and {nameof(OnnxNetwork)}."),
    };

    /// <summary>The head of EfficientNet and DenseNet: one dense layer on the mean of each map.</summary>
    /// <param name="graph">Where the nodes go.</param>
    /// <param name="maps">N,channels,size,size.</param>
    /// <param name="mapSize">Their width and height.</param>
    /// <param name="name">Name of the layer.</param>
    /// <param name="layer">The layer.</param>
    public static NetworkGraph AddLinearHead(GraphBuilder graph, string maps, int mapSize, string name, Linear layer)
    {
        var weight = graph.Weight(name, layer);
        var logits = graph.Dense(graph.Flatten(graph.GlobalAverage(maps)), name, layer);
        string Weights(string classes) => graph.Node("Gather", [weight, classes], ("axis", 0L));
        return new NetworkGraph(logits, maps, (int)layer.in_features, mapSize, Weights, Linear: true);
    }

    /// <summary>Probabilities N,classes of a head, as <see cref="HeadActivations.Probabilities"/> has them.</summary>
    public static string Probabilities(GraphBuilder graph, HeadActivation head, string logits)
    {
        if (head == HeadActivation.Softmax) return graph.Node("Softmax", [logits], ("axis", 1L));
        var (least, most) = (graph.Constant("least", [SmallestSigmoid]), graph.Constant("most", [1 - SmallestSigmoid]));
        var clipped = graph.Node("Clip", [graph.Sigmoid(logits), least, most]);
        return graph.Node("Div", [clipped, graph.Node("ReduceSum", [clipped, graph.Integers(1)], ("keepdims", 1L))]);
    }

    /// <summary>The likeliest class, the first of equals: N whole numbers.</summary>
    public static string Likeliest(GraphBuilder graph, string probabilities) =>
        graph.Node("ArgMax", [probabilities], ("axis", 1L), ("keepdims", 0L));
}

/// <summary>A network's modules by the names that its tensors have.</summary>
/// <param name="root">The network.</param>
sealed class ModuleTree(nn.Module root)
{
    readonly Dictionary<string, nn.Module> modules = root.named_modules().ToDictionary(entry => entry.name, entry => entry.module);

    /// <summary>Whether there is a module of that name.</summary>
    public bool Has(string name) => modules.ContainsKey(name);

    /// <summary>The module of that name.</summary>
    public nn.Module this[string name] => modules[name];

    /// <summary>A convolution.</summary>
    public Conv2d Convolution(string name) => (Conv2d)modules[name];

    /// <summary>A batch norm.</summary>
    public BatchNorm2d Norm(string name) => (BatchNorm2d)modules[name];

    /// <summary>A dense layer.</summary>
    public Linear Dense(string name) => (Linear)modules[name];

    /// <summary>The numbered children of a module: <c>features.0</c>, <c>features.1</c> and so on, as far as they go.</summary>
    public IEnumerable<string> Children(string name)
    {
        for (var i = 0; Has($"{name}.{i}"); i++) yield return $"{name}.{i}";
    }
}

/// <summary>Sizes of maps after layers that halve them.</summary>
static class Halved
{
    /// <summary>Padded layers of stride 2 keep the odd pixel.</summary>
    public static int Up(int size, int times) => Enumerable.Range(0, times).Aggregate(size, (s, _) => (s + 1) / 2);

    /// <summary>Pooling of 2 x 2 drops it.</summary>
    public static int Down(int size, int times) => Enumerable.Range(0, times).Aggregate(size, (s, _) => s / 2);
}
