namespace Derma.Training;

/// <summary>Heat maps inside the graph, so that whoever runs the file has them without a gradient.</summary>
/// <remarks>
/// Where the logits are linear in the maps' means, Σ_k w_k A_k(x, y) says exactly how much each place adds to the class's logit (class
/// activation map; Zhou and others 2016). Elsewhere w_k is the mean gradient of the logit in map k (Grad-CAM; Selvaraju and others 2017),
/// which a small head lets us write down. Only what speaks for the class is kept, and the largest value becomes 1.
/// </remarks>
static class HeatMaps
{
    const float Least = 1e-12f;

    /// <summary>The network's map for one class a photo: N,size,size in [0, 1]; all 0 where nothing speaks for the class.</summary>
    /// <param name="graph">The graph that holds the network.</param>
    /// <param name="network">The network.</param>
    /// <param name="classes">N whole numbers.</param>
    public static string Of(GraphBuilder graph, NetworkGraph network, string classes)
    {
        var weights = graph.Node("Unsqueeze", [network.MapWeights(classes), graph.Integers(1)]);
        var rows = graph.Node("Reshape", [network.Maps, graph.Integers(0, network.Channels, network.MapSize * network.MapSize)]);
        return Scaled(graph, graph.Node("MatMul", [weights, rows]), network.MapSize);
    }

    /// <summary>The weighted sum of several networks' maps for the same class, on the finest of their grids.</summary>
    /// <returns>The map and its width and height.</returns>
    public static (string Map, int Size) Mean(
        GraphBuilder graph, IReadOnlyList<(NetworkGraph Network, double Weight)> members, string classes)
    {
        var size = members.Max(member => member.Network.MapSize);
        return (Scaled(graph, graph.Node("Sum", [.. members.Select(member => Part(member.Network, member.Weight))]), size), size);

        string Part(NetworkGraph network, double weight)
        {
            var map = Resized(graph, Of(graph, network, classes), network.MapSize, size);
            return graph.Node("Mul", [map, graph.Scalar((float)weight)]);
        }
    }

    static string Scaled(GraphBuilder graph, string map, int size)
    {
        var positive = graph.Relu(graph.Node("Reshape", [map, graph.Integers(0, 1, size * size)]));
        var largest = graph.Node("Max", [graph.Node("ReduceMax", [positive], ("axes", (long[])[2])), graph.Scalar(Least)]);
        return graph.Node("Reshape", [graph.Node("Div", [positive, largest]), graph.Integers(0, size, size)]);
    }

    // Networks round halves differently: at 100 px DenseNet has 3 x 3 maps where the others have 4 x 4.
    static string Resized(GraphBuilder graph, string map, int from, int to)
    {
        if (from == to) return map;
        var rows = Interpolation(from, to);
        float[] columns = [.. Enumerable.Range(0, from * to).Select(i => rows[i % to * from + i / to])];
        var down = graph.Node("MatMul", [graph.Constant($"rows_{from}_{to}", rows, to, from), map]);
        return graph.Node("MatMul", [down, graph.Constant($"columns_{from}_{to}", columns, from, to)]);
    }

    static float[] Interpolation(int from, int to)
    {
        var kernel = new ResizeKernel(from, to);
        var matrix = new float[to * from];
        for (var row = 0; row < to; row++) kernel.Weights(row).CopyTo(matrix.AsSpan(row * from + kernel.Start(row)));
        return matrix;
    }
}
