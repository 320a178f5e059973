using Derma.Models;

namespace Derma.Onnx;

/// <summary>EfficientNet-B3 as nodes; dropout and stochastic depth are gone, as in every evaluation.</summary>
static class EfficientNetB3Graph
{
    const int Halvings = 5;

    public static NetworkGraph Add(GraphBuilder graph, EfficientNetB3 model)
    {
        var modules = new ModuleTree(model);
        var blocks = new InvertedResidualGraph(graph, modules, graph.Silu, graph.Sigmoid);
        var maps = blocks.Chain(graph.Normalised(model.Normalisation), "features");
        var head = modules.Dense("classifier.1");
        var weight = graph.Weight("classifier.1", head);
        var logits = graph.Dense(graph.Flatten(graph.GlobalAverage(maps)), "classifier.1", head);
        return new NetworkGraph(
            logits, maps, (int)head.in_features, MapSizes.HalvedUp(graph.ImageSize, Halvings),
            classes => graph.Node("Gather", [weight, classes], ("axis", 0L)), Linear: true);
    }
}
