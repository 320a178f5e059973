using TorchSharp.Modules;

namespace Derma.Training;

/// <summary>The head of MobileNetV3: the mean of each map, a dense layer, hard-swish, a dense layer.</summary>
static class HiddenLayerHead
{
    /// <summary>Adds the head.</summary>
    /// <param name="graph">Where the nodes go.</param>
    /// <param name="maps">N,channels,size,size.</param>
    /// <param name="mapSize">Their width and height.</param>
    /// <param name="first">The hidden layer.</param>
    /// <param name="last">The layer of the logits.</param>
    public static NetworkGraph Add(
        GraphBuilder graph, string maps, int mapSize, (string Name, Linear Layer) first, (string Name, Linear Layer) last)
    {
        string firstWeight = graph.Weight(first.Name, first.Layer), lastWeight = graph.Weight(last.Name, last.Layer);
        var hidden = graph.Dense(graph.Flatten(graph.GlobalAverage(maps)), first.Name, first.Layer);
        var logits = graph.Dense(graph.HardSwish(hidden), last.Name, last.Layer);
        return new NetworkGraph(logits, maps, (int)first.Layer.in_features, mapSize, Weights, Linear: false);

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
