using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Nodes with weights, as modules that hold them.</summary>
static class OnnxWeights
{
    /// <summary>A convolution; a border that is not the same on both sides is padded apart.</summary>
    public static OnnxLayer Convolution(OnnxNode node)
    {
        node.Require(node.Constant(1) is not null, "weights that are computed");
        node.Require(node.Text("auto_pad") is null or "NOTSET" or "VALID", "auto_pad");
        var (shape, groups) = (node.Graph.Constants[node.Node.Input[1]].Dims, node.Integer("group", 1));
        node.Require(shape.Count == 4, "maps that are not of two dimensions");
        var (even, pads, bias) = (node.IsPaddedEvenly, node.Pads, node.Constant(2));
        var layer = nn.Conv2d(
            shape[1] * groups, shape[0], (shape[2], shape[3]), node.Stride, even ? (pads[0], pads[1]) : (0, 0), node.Dilation,
            groups: groups, bias: bias is not null);
        Fill(layer.weight, node, node.Node.Input[1]);
        if (bias is not null) Fill(layer.bias!, node, bias);
        return OnnxLayers.One(node, x => even ? layer.call(x) : OnnxLayers.Padded(x, pads, 0).Then(layer.call), layer);
    }

    /// <summary>A batch norm with its statistics.</summary>
    public static OnnxLayer Norm(OnnxNode node)
    {
        node.Require(Enumerable.Range(1, 4).All(place => node.Constant(place) is not null), "statistics that are computed");
        var layer = nn.BatchNorm2d(
            node.Graph.Constants[node.Node.Input[1]].Dims[0],
            eps: node.Number("epsilon", 1e-5f), momentum: 1 - node.Number("momentum", 0.9f));
        Tensor[] targets = [layer.weight!, layer.bias!, layer.running_mean!, layer.running_var!];
        foreach (var (target, place) in targets.Select((target, i) => (target, i + 1))) Fill(target, node, node.Node.Input[place]);
        return OnnxLayers.One(node, layer.call, layer);
    }

    /// <summary>A dense layer.</summary>
    public static OnnxLayer Dense(OnnxNode node)
    {
        var isPlain = node.Number("alpha", 1) == 1 && node.Number("beta", 1) == 1 && node.Integer("transA", 0) == 0;
        node.Require(isPlain, "alpha, beta or transA");
        return Linear(node, outputsFirst: node.Integer("transB", 0) == 1, node.Constant(2));
    }

    /// <summary>A product with fixed numbers: a dense layer without biases.</summary>
    public static OnnxLayer Product(OnnxNode node) => Linear(node, outputsFirst: false, bias: null);

    static OnnxLayer Linear(OnnxNode node, bool outputsFirst, string? bias)
    {
        node.Require(node.Constant(1) is not null, "weights that are computed");
        var shape = node.Graph.Constants[node.Node.Input[1]].Dims;
        node.Require(shape.Count == 2, "weights that are no matrix");
        var (inputs, outputs) = outputsFirst ? (shape[1], shape[0]) : (shape[0], shape[1]);
        var layer = nn.Linear(inputs, outputs, hasBias: bias is not null);
        Fill(layer.weight, node, node.Node.Input[1], turned: !outputsFirst);
        if (bias is not null) Fill(layer.bias!, node, bias);
        return OnnxLayers.One(node, layer.call, layer);
    }

    static void Fill(Tensor target, OnnxNode node, string name, bool turned = false)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var numbers = tensor(node.Graph.Floats(name), [.. node.Graph.Constants[name].Dims]);
        target.copy_(turned ? numbers.t() : numbers);
    }
}
