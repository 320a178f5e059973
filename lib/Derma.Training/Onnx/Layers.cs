using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>The layers that the networks share, as nodes.</summary>
static class Layers
{
    /// <summary>A convolution, with the batch norm that follows it folded in.</summary>
    public static string Convolution(this GraphBuilder graph, string input, string name, Conv2d layer, BatchNorm2d? norm = null)
    {
        var weight = TensorNumbers.Of(layer.weight);
        var bias = layer.bias is null ? new float[layer.out_channels] : TensorNumbers.Of(layer.bias);
        if (norm is not null) (weight, bias) = ChannelScale.Of(norm).FoldInto(weight, bias);
        var padding = layer.padding ?? [0, 0];
        string[] inputs =
            [input, graph.Constant(name + ".weight", weight, layer.weight.shape), graph.Constant(name + ".bias", bias, layer.out_channels)];
        return graph.Node(
            "Conv", inputs, ("kernel_shape", layer.kernel_size), ("strides", layer.stride),
            ("pads", (long[])[.. padding, .. padding]), ("group", layer.groups));
    }

    /// <summary>
    /// A batch norm that no convolution precedes. It cannot be folded forward either: a ReLU stands between, or a padding that the shift
    /// would have to reach. A 1x1 convolution of each channel by itself does the same in one pass, keeps the blocked layout that the
    /// runtime gives its convolutions, and lets the runtime fuse the ReLU; a Mul and an Add take three passes and leave that layout.
    /// </summary>
    public static string Norm(this GraphBuilder graph, string input, string name, BatchNorm2d layer)
    {
        var scale = ChannelScale.Of(layer);
        long channels = scale.Factor.Length;
        float[] factor = [.. scale.Factor.Select(f => (float)f)], shift = [.. scale.Shift.Select(s => (float)s)];
        return graph.Node(
            "Conv", [input, graph.Constant(name + ".factor", factor, channels, 1, 1, 1), graph.Constant(name + ".shift", shift, channels)],
            ("kernel_shape", (long[])[1, 1]), ("group", channels));
    }

    /// <summary>A dense layer: N,inputs to N,outputs.</summary>
    public static string Dense(this GraphBuilder graph, string input, string name, Linear layer)
    {
        var bias = graph.Constant(name + ".bias", TensorNumbers.Of(layer.bias!), layer.out_features);
        return graph.Node("Gemm", [input, graph.Weight(name, layer), bias], ("transB", 1L));
    }

    /// <summary>The weight of a dense layer, outputs first.</summary>
    public static string Weight(this GraphBuilder graph, string name, Linear layer) =>
        graph.Constant(name + ".weight", TensorNumbers.Of(layer.weight), layer.weight.shape);

    /// <summary>max(0, x).</summary>
    public static string Relu(this GraphBuilder graph, string input) => graph.Node("Relu", [input]);

    /// <summary>1 / (1 + e^-x).</summary>
    public static string Sigmoid(this GraphBuilder graph, string input) => graph.Node("Sigmoid", [input]);

    /// <summary>ReLU6(x + 3) / 6.</summary>
    public static string HardSigmoid(this GraphBuilder graph, string input) =>
        graph.Node("HardSigmoid", [input], ("alpha", 1f / 6), ("beta", 0.5f));

    /// <summary>x · hardsigmoid(x).</summary>
    public static string HardSwish(this GraphBuilder graph, string input) => graph.Node("Mul", [input, graph.HardSigmoid(input)]);

    /// <summary>x · sigmoid(x).</summary>
    public static string Silu(this GraphBuilder graph, string input) => graph.Node("Mul", [input, graph.Sigmoid(input)]);

    /// <summary>The node of an activation module.</summary>
    public static string Activation(this GraphBuilder graph, string input, nn.Module module) => module switch
    {
        ReLU => graph.Relu(input),
        Hardswish => graph.HardSwish(input),
        SiLU => graph.Silu(input),
        _ => throw new NotSupportedException($"The export knows no {module.GetName()}."),
    };

    /// <summary>The mean of each map: N,C,H,W to N,C,1,1.</summary>
    public static string GlobalAverage(this GraphBuilder graph, string maps) => graph.Node("GlobalAveragePool", [maps]);

    /// <summary>N,C,H,W to N,C·H·W.</summary>
    public static string Flatten(this GraphBuilder graph, string maps) => graph.Node("Flatten", [maps], ("axis", 1L));

    /// <summary>What the network makes of pixels in [0, 1] before its first layer.</summary>
    public static string Normalised(this GraphBuilder graph, Normalisation by)
    {
        if (by.IsUnitRange) return ModelContract.Pixels;
        var centred = graph.Node("Sub", [ModelContract.Pixels, graph.Constant("mean", (float[])[.. by.Mean], 3, 1, 1)]);
        return graph.Node("Div", [centred, graph.Constant("deviation", (float[])[.. by.StandardDeviation], 3, 1, 1)]);
    }
}

/// <summary>What a batch norm does once its statistics stand still: y = factor · x + shift, channel by channel.</summary>
/// <param name="Factor">weight / √(running_var + ε).</param>
/// <param name="Shift">bias − running_mean · factor.</param>
sealed record ChannelScale(double[] Factor, double[] Shift)
{
    public static ChannelScale Of(BatchNorm2d norm)
    {
        float[] weight = TensorNumbers.Of(norm.weight!), bias = TensorNumbers.Of(norm.bias!);
        float[] mean = TensorNumbers.Of(norm.running_mean!), variance = TensorNumbers.Of(norm.running_var!);
        double[] factor = [.. weight.Zip(variance, (w, v) => w / Math.Sqrt(v + norm.eps))];
        return new ChannelScale(factor, [.. bias.Select((b, c) => b - mean[c] * factor[c])]);
    }

    /// <summary>The same done by the convolution itself: (W x + b) · factor + shift = (factor W) x + (factor b + shift).</summary>
    /// <param name="weight">Output channels first.</param>
    /// <param name="bias">One a channel.</param>
    public (float[] Weight, float[] Bias) FoldInto(float[] weight, float[] bias)
    {
        var each = weight.Length / Factor.Length;
        return ([.. weight.Select((w, i) => (float)(w * Factor[i / each]))], [.. bias.Select((b, c) => (float)(b * Factor[c] + Shift[c]))]);
    }
}

/// <summary>Weights on their way out of the tensor library.</summary>
static class TensorNumbers
{
    /// <summary>The elements in row-major order, wherever and however the tensor lies.</summary>
    public static float[] Of(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().cpu().to(ScalarType.Float32).contiguous().data<float>().ToArray();
    }
}
