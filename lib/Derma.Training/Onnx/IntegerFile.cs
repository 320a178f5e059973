using Derma.Inference.OnnxFormat;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace Derma.Training;

/// <summary>Writes a model file again with convolutions of 8-bit whole numbers.</summary>
/// <remarks>
/// Maps become whole numbers, and floats again, around every convolution, ReLU, concatenation and pooling (QuantizeLinear and
/// DequantizeLinear of the ONNX format), which the runtime joins into operators of whole numbers. Activations such as hard-swish stay
/// floats, so a network that is full of them gains nothing. Maps are 0 to 255 over the range that the calibration photos show.
/// </remarks>
public static class IntegerFile
{
    static readonly HashSet<string> types = ["Conv", "Relu", "Concat", "MaxPool", "AveragePool"];

    /// <summary>Writes the file.</summary>
    /// <param name="source">A file of <see cref="OnnxExport"/>.</param>
    /// <param name="network">The network of an ensemble that is rewritten; null for every node.</param>
    /// <param name="photos">Photos of the file's size that no test uses.</param>
    /// <param name="path">The file to replace; its description is the source's, with the path's name, and without the card, whose figures
    /// are those of the floats.</param>
    /// <exception cref="ArgumentException">There is no photo, or nothing to rewrite.</exception>
    public static void Write(string source, string? network, IReadOnlyList<PreparedPhoto> photos, string path)
    {
        if (photos.Count == 0) throw new ArgumentException("Ranges cannot be found without a photo.", nameof(photos));
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(source));
        var maps = Maps(model.Graph, network is null ? "" : network + "/");
        if (maps.Count == 0) throw new ArgumentException($"{source} has no convolutions of {Whose(network)}.", nameof(network));
        new IntegerNodes(model.Graph, Ranges(model, maps, photos)).Rewrite();
        if (ModelContract.Info(OnnxFile.ReadMetadata(source)) is { } info)
            Describe(model, info with
            {
                Id = Path.GetFileNameWithoutExtension(path), Title = $"{info.Title}, {Whose(network)} in whole numbers", Card = null,
            });
        AtomicFile.Write(path, model.WriteTo);
    }

    static string Whose(string? network) => network is null ? "all" : NetworkNames.Title(network);

    static void Describe(ModelProto model, ModelInfo info)
    {
        foreach (var (key, text) in ModelContract.Of(info))
            if (model.MetadataProps.FirstOrDefault(entry => entry.Key == key) is { } entry) entry.Value = text;
    }

    /// <summary>The values to keep as whole numbers: what such nodes make, but for what a ReLU takes, and what convolutions take.</summary>
    static HashSet<string> Maps(GraphProto graph, string prefix)
    {
        var takers = graph.Node.SelectMany(node => node.Input.Select(input => (input, node.OpType)))
            .ToLookup(pair => pair.input, pair => pair.OpType);
        NodeProto[] nodes =
            [.. graph.Node.Where(node => types.Contains(node.OpType) && node.Name.StartsWith(prefix, StringComparison.Ordinal))];
        // Vectors behind a network's maps stay as they are.
        bool Leads(NodeProto node) => takers[node.Output[0]].Any(taker => types.Contains(taker) || taker == "GlobalAveragePool");
        bool IsJoined(NodeProto node) => node.OpType == "Conv" && takers[node.Output[0]].All(taker => taker == "Relu");
        return
        [
            .. nodes.Where(node => Leads(node) && !IsJoined(node)).Select(node => node.Output[0]),
            .. nodes.Where(node => node.OpType == "Conv").Select(node => node.Input[0]),
        ];
    }

    /// <summary>The least and the largest value of each map over the photos, 0 among them.</summary>
    static Dictionary<string, (float Low, float High)> Ranges(ModelProto model, HashSet<string> maps, IReadOnlyList<PreparedPhoto> photos)
    {
        var probe = model.Clone();
        probe.Graph.Output.Clear();
        probe.Graph.Output.Add(maps.Select(GraphParts.Value));
        using var session = new InferenceSession(probe.ToByteArray());
        var ranges = maps.ToDictionary(name => name, _ => (Low: 0f, High: 0f));
        foreach (var photo in photos)
        {
            using var pixels = Pixels(photo);
            using var options = new RunOptions();
            using var values = session.Run(options, [ModelContract.Pixels], [pixels], maps);
            foreach (var (name, value) in maps.Zip(values)) ranges[name] = Wider(ranges[name], value.GetTensorDataAsSpan<float>());
        }
        return ranges;
    }

    static OrtValue Pixels(PreparedPhoto photo)
    {
        var planes = new float[photo.Rgb.Length];
        PixelPlanes.Write(photo.Rgb, photo.Size, Mirror.None, planes);
        return OrtValue.CreateTensorValueFromMemory(planes, [1, 3, photo.Size, photo.Size]);
    }

    static (float Low, float High) Wider((float Low, float High) range, ReadOnlySpan<float> values)
    {
        foreach (var value in values) range = (Math.Min(range.Low, value), Math.Max(range.High, value));
        return range;
    }
}
