using TorchSharp.Modules;

namespace Derma.Training;

/// <summary>The head of EfficientNet and DenseNet: one dense layer on the mean of each map.</summary>
static class LinearHead
{
    /// <param name="graph">Where the nodes go.</param>
    /// <param name="maps">N,channels,size,size.</param>
    /// <param name="mapSize">Their width and height.</param>
    /// <param name="name">Name of the layer.</param>
    /// <param name="layer">The layer.</param>
    public static NetworkGraph Add(GraphBuilder graph, string maps, int mapSize, string name, Linear layer)
    {
        var weight = graph.Weight(name, layer);
        var logits = graph.Dense(graph.Flatten(graph.GlobalAverage(maps)), name, layer);
        return new NetworkGraph(logits, maps, (int)layer.in_features, mapSize, classes => graph.Node("Gather", [weight, classes], ("axis", 0L)), Linear: true);
    }
}
