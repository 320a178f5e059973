using System.Runtime.InteropServices;
using Derma.Inference.OnnxFormat;
using Google.Protobuf;
using DataType = Derma.Inference.OnnxFormat.TensorProto.Types.DataType;

namespace Derma.Training;

/// <summary>The part of an ONNX file that leads from its photos to one value: nodes in order, and the numbers they use.</summary>
/// <param name="Path">The file.</param>
/// <param name="Input">Name of the photos.</param>
/// <param name="Nodes">What is computed, in the file's order, which is one that can be computed in.</param>
/// <param name="Constants">Weights and other fixed numbers, by name.</param>
/// <param name="Output">Name of the value.</param>
/// <param name="PhotoSize">Width of the photos that the file was written for; null where it leaves that open.</param>
sealed record OnnxGraph(
    string Path, string Input, IReadOnlyList<NodeProto> Nodes, IReadOnlyDictionary<string, TensorProto> Constants, string Output,
    int? PhotoSize)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="output">The value that is wanted; null for <c>logits</c>, or else the file's first output.</param>
    /// <exception cref="UserError">The file is missing, is no ONNX file, has several inputs, or lacks the output.</exception>
    public static OnnxGraph Read(string path, string? output)
    {
        var graph = Parse(path).Graph ?? throw new UserError($"{path} is no ONNX file: it holds no graph.");
        var constants = graph.Initializer.ToDictionary(tensor => tensor.Name);
        var inputs = graph.Input.Where(value => !constants.ContainsKey(value.Name)).ToList();
        if (inputs.Count != 1)
            throw new UserError($"{path} has {inputs.Count} inputs ({string.Join(", ", inputs.Select(input => input.Name))}); "
                + "the import takes a network of one.");
        var width = inputs[0].Type?.TensorType?.Shape?.Dim.LastOrDefault()?.DimValue is > 0 and var pixels ? (int?)pixels : null;
        var whole = new OnnxGraph(path, inputs[0].Name, graph.Node, constants, Wanted(path, graph, output), width);
        var logits = whole.WithoutEnd("Identity", "Softmax");
        return logits with { Nodes = logits.Needed() };
    }

    /// <summary>The same up to the first input of the last node, as long as that node is of one of these types.</summary>
    public OnnxGraph WithoutEnd(params string[] types) => Nodes.FirstOrDefault(node => node.Output.Contains(Output)) is { } last
        && types.Contains(last.OpType) ? (this with { Output = last.Input[0] }).WithoutEnd(types) : this;

    /// <summary>The node that computes the output; null where that is the input itself.</summary>
    public NodeProto? Last => Nodes.FirstOrDefault(node => node.Output.Contains(Output));

    /// <summary>The numbers of a constant in row-major order.</summary>
    /// <exception cref="UserError">They are no 32-bit floats.</exception>
    public float[] Floats(string name) => Constants[name] is not { DataType: DataType.Float } tensor
        ? throw new UserError($"{Path} keeps '{name}' in numbers other than 32-bit floats; the import reads no others.")
        : tensor.HasRawData ? MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray() : [.. tensor.FloatData];

    /// <summary>The whole numbers of a constant, such as a shape.</summary>
    /// <exception cref="UserError">They are no 64-bit integers.</exception>
    public long[] Integers(string name) => Constants[name] is not { DataType: DataType.Int64 } tensor
        ? throw new UserError($"{Path} keeps '{name}' in numbers other than 64-bit integers, which a shape is made of.")
        : tensor.HasRawData ? MemoryMarshal.Cast<byte, long>(tensor.RawData.Span).ToArray() : [.. tensor.Int64Data];

    /// <summary>The nodes that the output needs.</summary>
    public IReadOnlyList<NodeProto> Needed()
    {
        var wanted = new HashSet<string> { Output };
        var needed = new Stack<NodeProto>();
        foreach (var node in Nodes.Reverse().Where(node => node.Output.Any(wanted.Contains)))
        {
            needed.Push(node);
            wanted.UnionWith(node.Input);
        }
        return [.. needed];
    }

    static string Wanted(string path, GraphProto graph, string? output)
    {
        var names = graph.Output.Select(value => value.Name).ToList();
        if (output is null) return names.Find(name => name == ModelContract.Logits) ?? names[0];
        return graph.Node.Any(node => node.Output.Contains(output)) ? output
            : throw new UserError($"{path} computes no '{output}'; its outputs are {string.Join(", ", names)}.");
    }

    static ModelProto Parse(string path)
    {
        if (!File.Exists(path)) throw new UserError($"There is no file {path}.");
        try
        {
            return ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
        }
        catch (InvalidProtocolBufferException)
        {
            throw new UserError($"{path} is no ONNX file.");
        }
    }
}
