namespace Derma.Training;

/// <summary>The CNN of the CNN report as nodes, in any of its attempts; dropout is gone, as in every evaluation.</summary>
sealed class PaperCnnGraph
{
    readonly GraphBuilder graph;
    readonly ModuleTree modules;
    readonly PaperCnnOptions options;
    readonly List<string> hidden = [], weights = [];

    PaperCnnGraph(GraphBuilder graph, PaperCnn model) => (this.graph, modules, options) = (graph, new ModuleTree(model), model.Options);

    public static NetworkGraph Add(GraphBuilder graph, PaperCnn model) =>
        new PaperCnnGraph(graph, model).Add(graph.Normalised(model.Normalisation));

    NetworkGraph Add(string pixels)
    {
        var maps = Enumerable.Range(1, options.Filters.Count).Aggregate(pixels, Block);
        var reduced = options.Reduction == FeatureReduction.GlobalAverage ? graph.GlobalAverage(maps) : maps;
        var logits = Head(graph.Flatten(reduced));
        var linear = options is { Reduction: FeatureReduction.GlobalAverage, Dense.Count: 0 };
        return new NetworkGraph(logits, maps, options.Filters[^1], options.MapSizes[^1], Weights, linear);
    }

    // A norm between ReLU and pooling (attempts 2 to 5) stays on its own; one behind the convolution is folded into it.
    string Block(string input, int i)
    {
        var normFollows = options is { BatchNorm: true, Order: BlockOrder.ConvNormReluPool };
        var norm = normFollows ? modules.Norm($"bn{i}") : null;
        var map = graph.Relu(graph.Convolution(input, $"conv{i}", modules.Convolution($"conv{i}"), norm));
        if (options.BatchNorm && !normFollows) map = graph.Norm(map, $"bn{i}", modules.Norm($"bn{i}"));
        return graph.Node("MaxPool", [map], ("kernel_shape", (long[])[2, 2]), ("strides", (long[])[2, 2]));
    }

    string Head(string vector)
    {
        for (var i = 1; i <= options.Dense.Count; i++) hidden.Add(vector = graph.Relu(Dense(vector, i)));
        return Dense(vector, options.Dense.Count + 1);
    }

    string Dense(string vector, int i)
    {
        var layer = modules.Dense($"dense{i}");
        weights.Add(graph.Weight($"dense{i}", layer));
        return graph.Dense(vector, $"dense{i}", layer);
    }

    // Backwards through the dense layers: a ReLU lets the gradient pass where it let the value pass.
    string Weights(string classes)
    {
        var gradient = graph.Node("Gather", [weights[^1], classes], ("axis", 0L));
        for (var i = hidden.Count - 1; i >= 0; i--)
        {
            var open = graph.Node("Greater", [hidden[i], graph.Scalar(0)]);
            gradient = graph.Node("MatMul", [graph.Node("Where", [open, gradient, graph.Scalar(0)]), weights[i]]);
        }
        if (options.Reduction == FeatureReduction.GlobalAverage) return gradient;
        var maps = graph.Node("Reshape", [gradient, graph.Integers(0, options.Filters[^1], -1)]);
        return graph.Node("ReduceMean", [maps], ("axes", (long[])[2]), ("keepdims", 0L));
    }
}
