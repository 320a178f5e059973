namespace Derma.Training;

/// <summary>EfficientNet-B3 as nodes; dropout and stochastic depth are gone, as in every evaluation.</summary>
static class EfficientNetB3Graph
{
    public static NetworkGraph Add(GraphBuilder graph, EfficientNetB3 model)
    {
        var modules = new ModuleTree(model);
        var blocks = new InvertedResidualGraph(graph, modules, graph.Silu, graph.Sigmoid);
        return LinearHead.Add(graph, blocks.Features(model.Normalisation), blocks.MapSize, "classifier.1", modules.Dense("classifier.1"));
    }
}
