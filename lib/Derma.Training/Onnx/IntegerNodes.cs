using System.Runtime.InteropServices;
using Derma.Inference.OnnxFormat;
using Google.Protobuf;
using DataType = Derma.Inference.OnnxFormat.TensorProto.Types.DataType;
using Type = Derma.Inference.OnnxFormat.AttributeProto.Types.AttributeType;

namespace Derma.Training;

/// <summary>Puts whole numbers around the nodes of a graph.</summary>
/// <param name="graph">The graph, which is changed.</param>
/// <param name="ranges">The values that become whole numbers, with the range of each.</param>
/// <remarks>
/// Weights are -64 to 64, with a scale for each channel: on a processor without VNNI the sum of two products of larger ones does not fit
/// into the 16 bits that it has there.
/// </remarks>
sealed class IntegerNodes(GraphProto graph, IReadOnlyDictionary<string, (float Low, float High)> ranges)
{
    const float Levels = 255, LargestWeight = 64, Least = 1e-12f;

    static readonly AttributeProto channelAxis = new() { Name = "axis", Type = Type.Int, I = 0 };

    readonly Dictionary<string, TensorProto> numbers = graph.Initializer.ToDictionary(tensor => tensor.Name);

    /// <summary>Rewrites the graph in its order.</summary>
    public void Rewrite()
    {
        NodeProto[] nodes = [.. graph.Node];
        var made = nodes.SelectMany(node => node.Output).ToHashSet();
        graph.Node.Clear();
        foreach (var value in ranges.Keys.Where(value => !made.Contains(value))) Round(value);
        foreach (var node in nodes) Rewrite(node);
        var used = graph.Node.SelectMany(node => node.Input).ToHashSet();
        foreach (var unused in numbers.Values.Where(tensor => !used.Contains(tensor.Name))) graph.Initializer.Remove(unused);
    }

    void Rewrite(NodeProto node)
    {
        if (node.OpType == "Conv" && ranges.TryGetValue(node.Input[0], out var range)) RoundWeights(node, ScaleOf(range));
        for (var i = 0; i < node.Input.Count; i++)
            if (ranges.ContainsKey(node.Input[i])) node.Input[i] += ".rounded";
        graph.Node.Add(node);
        if (ranges.ContainsKey(node.Output[0])) Round(node.Output[0]);
    }

    void Round(string value)
    {
        var scale = ScaleOf(ranges[value]);
        Add($"{value}.scale", DataType.Float, [scale], []);
        Add($"{value}.zero", DataType.Uint8, [(byte)Math.Round(-ranges[value].Low / scale)], []);
        graph.Node.Add(Of("QuantizeLinear", [value, $"{value}.scale", $"{value}.zero"], $"{value}.whole"));
        graph.Node.Add(Of("DequantizeLinear", [$"{value}.whole", $"{value}.scale", $"{value}.zero"], $"{value}.rounded"));
    }

    void RoundWeights(NodeProto node, float inputScale)
    {
        var (weight, bias) = (numbers[node.Input[1]], Floats(numbers[node.Input[2]]));
        var channels = Floats(weight).Chunk(Floats(weight).Length / bias.Length).ToArray();
        float[] scales = [.. channels.Select(channel => Math.Max(channel.Max(Math.Abs) / LargestWeight, Least))];
        sbyte[] whole = [.. channels.SelectMany((channel, c) => channel.Select(value => (sbyte)Math.Round(value / scales[c])))];
        float[] sums = [.. scales.Select(scale => scale * inputScale)];
        int[] shifts = [.. bias.Select((value, c) => (int)Math.Clamp(Math.Round(value / sums[c]), int.MinValue, int.MaxValue))];
        var name = node.Output[0];
        node.Input[1] = Constant($"{name}.weight", DataType.Int8, whole, scales, weight.Dims);
        node.Input[2] = Constant($"{name}.bias", DataType.Int32, shifts, sums, [bias.Length]);
    }

    string Constant<T>(string name, DataType type, T[] whole, float[] scales, IEnumerable<long> shape) where T : unmanaged
    {
        Add(name, type, whole, shape);
        Add($"{name}.scale", DataType.Float, scales, [scales.Length]);
        Add($"{name}.zero", type, new T[scales.Length], [scales.Length]);
        graph.Node.Add(Of("DequantizeLinear", [name, $"{name}.scale", $"{name}.zero"], $"{name}.float", channelAxis));
        return $"{name}.float";
    }

    void Add<T>(string name, DataType type, T[] values, IEnumerable<long> shape) where T : unmanaged
    {
        var bytes = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan()));
        graph.Initializer.Add(new TensorProto { Name = name, DataType = type, Dims = { shape }, RawData = bytes });
    }

    static float[] Floats(TensorProto tensor) => MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();

    static float ScaleOf((float Low, float High) range) => Math.Max((range.High - range.Low) / Levels, Least);

    static NodeProto Of(string type, string[] inputs, string output, params AttributeProto[] attributes) =>
        new() { Name = output, OpType = type, Input = { inputs }, Output = { output }, Attribute = { attributes } };
}
