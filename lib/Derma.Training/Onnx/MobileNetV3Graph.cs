using TorchSharp.Modules;

namespace Derma.Training;

/// <summary>MobileNetV3 as nodes; dropout is gone, as in every evaluation.</summary>
static class MobileNetV3Graph
{
    public static NetworkGraph Add(GraphBuilder graph, MobileNetV3 model)
    {
        var modules = new ModuleTree(model);
        var blocks = new InvertedResidualGraph(graph, modules, graph.Relu, graph.HardSigmoid);
        var maps = blocks.Features(model.Normalisation);
        Linear first = modules.Dense("classifier.0"), last = modules.Dense("classifier.3");
        string firstWeight = graph.Weight("classifier.0", first), lastWeight = graph.Weight("classifier.3", last);
        var hidden = graph.Dense(graph.Flatten(graph.GlobalAverage(maps)), "classifier.0", first);
        var logits = graph.Dense(graph.HardSwish(hidden), "classifier.3", last);
        return new NetworkGraph(logits, maps, (int)first.in_features, blocks.MapSize, Weights, Linear: false);

        // z = W2 hardswish(h) + b2 with h = W1 mean(A) + b1, so dz_c / dA = (W2[c] · hardswish'(h)) W1, up to the number of pixels.
        string Weights(string classes)
        {
            var row = graph.Node("Gather", [lastWeight, classes], ("axis", 0L));
            return graph.Node("MatMul", [graph.Node("Mul", [row, Slope(graph, hidden)]), firstWeight]);
        }
    }

    // The derivative of hardswish: 0 up to -3, x / 3 + 1/2 between, 1 from 3 on.
    static string Slope(GraphBuilder graph, string x)
    {
        var between = graph.Node("Less", [graph.Node("Abs", [x]), graph.Scalar(3)]);
        var ramp = graph.Node("Add", [graph.Node("Div", [x, graph.Scalar(3)]), graph.Scalar(0.5f)]);
        var ends = graph.Node("Where", [graph.Node("Greater", [x, graph.Scalar(0)]), graph.Scalar(1), graph.Scalar(0)]);
        return graph.Node("Where", [between, ramp, ends]);
    }
}
