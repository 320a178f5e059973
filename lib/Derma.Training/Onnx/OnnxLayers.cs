using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Derma.Training;

/// <summary>A node as it is computed.</summary>
/// <param name="Inputs">Names of the values it takes; constants that became weights are not among them.</param>
/// <param name="Output">Name of the value it makes.</param>
/// <param name="Module">What holds its weights; null where it has none.</param>
/// <param name="Apply">From its inputs to its output, a new tensor.</param>
sealed record OnnxLayer(IReadOnlyList<string> Inputs, string Output, nn.Module? Module, Func<IReadOnlyList<Tensor>, Tensor> Apply);

/// <summary>Turns nodes into layers that train.</summary>
static class OnnxLayers
{
    static readonly Dictionary<string, Func<OnnxNode, OnnxLayer>> Known = new()
    {
        ["Conv"] = OnnxWeights.Convolution,
        ["BatchNormalization"] = OnnxWeights.Norm,
        ["Gemm"] = OnnxWeights.Dense,
        ["MatMul"] = OnnxWeights.Product,
        ["Relu"] = node => One(node, x => x.relu()),
        ["Sigmoid"] = node => One(node, x => x.sigmoid()),
        ["HardSwish"] = node => One(node, x => F.hardswish(x)),
        ["HardSigmoid"] = HardSigmoid,
        ["Clip"] = Clip,
        ["MaxPool"] = MaxPool,
        ["AveragePool"] = AveragePool,
        ["GlobalAveragePool"] = node => One(node, x => x.mean([2, 3], keepdim: true)),
        ["ReduceMean"] = ReduceMean,
        ["Add"] = node => All(node, values => values[0] + values[1]),
        ["Sub"] = node => All(node, values => values[0] - values[1]),
        ["Mul"] = node => All(node, values => values[0] * values[1]),
        ["Div"] = node => All(node, values => values[0] / values[1]),
        ["Sum"] = node => All(node, values => values.Skip(1).Aggregate(values[0].alias(), (sum, next) => sum.Then(known => known + next))),
        ["Concat"] = node => All(node, values => cat([.. values], node.Integer("axis", 1))),
        ["Flatten"] = Flatten,
        ["Reshape"] = Reshape,
        ["Identity"] = node => One(node, x => x.alias()),
        ["Dropout"] = node => One(node, x => x.alias()),
    };

    /// <summary>The layers of a graph.</summary>
    /// <exception cref="UserError">A node is of a type that is not known, or has options that are not.</exception>
    public static OnnxLayer[] Of(OnnxGraph graph)
    {
        var unknown = graph.Nodes.Where(node => !Known.ContainsKey(node.OpType)).Select(node => node.OpType).Distinct().ToList();
        if (unknown.Count > 0)
            throw new UserError($"{graph.Path} uses operators that the import does not know: {string.Join(", ", unknown)}. "
                + $"It knows {string.Join(", ", Known.Keys)}.");
        return [.. graph.Nodes.Select(node => Known[node.OpType](new OnnxNode(graph, node)))];
    }

    /// <summary>A node of one input.</summary>
    internal static OnnxLayer One(OnnxNode node, Func<Tensor, Tensor> apply, nn.Module? module = null) =>
        new([node.Node.Input[0]], node.Node.Output[0], module, values => apply(values[0]));

    static OnnxLayer All(OnnxNode node, Func<IReadOnlyList<Tensor>, Tensor> apply) =>
        new([.. node.Node.Input], node.Node.Output[0], null, apply);

    static OnnxLayer HardSigmoid(OnnxNode node)
    {
        var (alpha, beta) = (node.Number("alpha", 0.2f), node.Number("beta", 0.5f));
        return One(node, x => (x * alpha).Then(scaled => scaled + beta).Then(shifted => shifted.clamp(0, 1)));
    }

    static OnnxLayer Clip(OnnxNode node)
    {
        var low = node.Constant(1) is { } least ? node.Graph.Floats(least)[0] : node.Number("min", float.NegativeInfinity);
        var high = node.Constant(2) is { } most ? node.Graph.Floats(most)[0] : node.Number("max", float.PositiveInfinity);
        return One(node, x => x.clamp(low, high));
    }

    static OnnxLayer MaxPool(OnnxNode node)
    {
        RequirePlainPooling(node);
        var (kernel, stride, dilation) = (node.Kernel, node.Stride, node.Dilation);
        return One(node, x => Padded(x, node.Pads, double.NegativeInfinity)
            .Then(padded => F.max_pool2d(padded, kernel, stride, (0, 0), dilation)));
    }

    // A kernel as large as the maps of a network's own photo size means all of the maps: of smaller photos too.
    static OnnxLayer AveragePool(OnnxNode node)
    {
        RequirePlainPooling(node);
        node.Require(node.IsPaddedEvenly, "uneven padding");
        var (kernel, stride, pads, counts) = (node.Kernel, node.Stride, node.Pads, node.Integer("count_include_pad", 0) == 1);
        return One(node, x => x.shape[2] <= kernel.Item1 && x.shape[3] <= kernel.Item2 && pads.All(pad => pad == 0)
            ? x.mean([2, 3], keepdim: true)
            : F.avg_pool2d(x, kernel, stride, (pads[0], pads[1]), ceil_mode: false, count_include_pad: counts));
    }

    static OnnxLayer ReduceMean(OnnxNode node)
    {
        var axes = node.Integers("axes") ?? (node.Constant(1) is { } input ? node.Graph.Integers(input) : null);
        node.Require(axes is [2, 3] or [-2, -1], "axes other than height and width");
        return One(node, x => x.mean([2, 3], node.Integer("keepdims", 1) == 1));
    }

    static OnnxLayer Flatten(OnnxNode node)
    {
        node.Require(node.Integer("axis", 1) == 1, "an axis other than 1");
        return One(node, x => x.flatten(1));
    }

    // The first dimension of a shape is the number of photos, whatever the file was written with.
    static OnnxLayer Reshape(OnnxNode node)
    {
        var shape = node.Constant(1) is { } name ? node.Graph.Integers(name) : [];
        node.Require(shape.Length > 1, "a shape that is computed");
        return One(node, x => shape.Length == 2 ? x.flatten(1) : x.reshape([x.shape[0], .. shape[1..]]));
    }

    static void RequirePlainPooling(OnnxNode node)
    {
        node.Require(node.Integer("ceil_mode", 0) == 0, "ceil_mode");
        node.Require(node.Text("auto_pad") is null or "NOTSET" or "VALID", "auto_pad");
        node.Require(node.Node.Output.Count == 1, "indices");
    }

    /// <summary>Maps with a border: N,C,H,W to N,C,top + H + bottom,left + W + right.</summary>
    internal static Tensor Padded(Tensor maps, long[] pads, double value) => pads.All(pad => pad == 0) ? maps.alias()
        : F.pad(maps, [pads[1], pads[3], pads[0], pads[2]], PaddingModes.Constant, value);
}
