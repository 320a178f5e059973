using System.Runtime.InteropServices;
using Derma.Inference.OnnxFormat;
using Google.Protobuf;
using DataType = Derma.Inference.OnnxFormat.TensorProto.Types.DataType;
using Type = Derma.Inference.OnnxFormat.AttributeProto.Types.AttributeType;

namespace Derma.Training;

/// <summary>Grows an ONNX graph: nodes in order, constants, names. A value is known by its name.</summary>
sealed class GraphBuilder
{
    /// <summary>Name of the free dimension, the number of photos.</summary>
    public const string Batch = "N";

    readonly HashSet<string> constants = [];
    string scope = "";

    /// <param name="imageSize">Width and height of the photos in pixels.</param>
    public GraphBuilder(int imageSize)
    {
        ImageSize = imageSize;
        Graph = new GraphProto { Name = "derma" };
        Graph.Input.Add(Described(ModelContract.Pixels, [3, imageSize, imageSize]));
    }

    /// <summary>Width and height of the photos in pixels.</summary>
    public int ImageSize { get; }

    /// <summary>What was built.</summary>
    public GraphProto Graph { get; }

    /// <summary>Names that follow begin with it, so that several networks fit into one graph.</summary>
    public void Enter(string name) => scope = name + "/";

    /// <summary>Adds a node with one output.</summary>
    /// <returns>The output.</returns>
    public string Node(string type, string[] inputs, params (string Name, object Value)[] attributes) =>
        Node(type, inputs, attributes.Select(Attribute));

    /// <summary>Adds a node with one output and the attributes of another graph's node.</summary>
    /// <returns>The output.</returns>
    public string Node(string type, string[] inputs, IEnumerable<AttributeProto> attributes)
    {
        var name = $"{scope}{type}_{Graph.Node.Count}";
        Graph.Node.Add(new NodeProto { Name = name, OpType = type, Input = { inputs }, Output = { name }, Attribute = { attributes } });
        return name;
    }

    /// <summary>Adds numbers of another graph, such as a shape.</summary>
    public string Copy(TensorProto numbers, string name)
    {
        var full = $"{scope}imported.{name}";
        if (constants.Add(full)) Graph.Initializer.Add(new TensorProto(numbers) { Name = full });
        return full;
    }

    /// <summary>Adds numbers under a name; a second call with the same name gives the first's.</summary>
    public string Constant(string name, ReadOnlySpan<float> values, params long[] shape) =>
        Constant(name, DataType.Float, MemoryMarshal.AsBytes(values), shape);

    /// <summary>Adds whole numbers, which shape and axis inputs take; equal ones are kept once.</summary>
    public string Integers(params long[] values) =>
        Constant($"int64_{string.Join('_', values)}", DataType.Int64, MemoryMarshal.AsBytes(values.AsSpan()), [values.Length]);

    /// <summary>Adds one number; equal ones are kept once.</summary>
    public string Scalar(float value) => Constant(FormattableString.Invariant($"float_{value:R}"), [value]);

    /// <summary>Makes a value an output of the graph: N and the given dimensions.</summary>
    public void Output(string name, string value, params long[] dimensions)
    {
        Graph.Node.Add(new NodeProto { Name = name, OpType = "Identity", Input = { value }, Output = { name } });
        Graph.Output.Add(Described(name, dimensions));
    }

    string Constant(string name, DataType type, ReadOnlySpan<byte> bytes, long[] shape)
    {
        var full = scope + name;
        if (constants.Add(full))
            Graph.Initializer.Add(new TensorProto { Name = full, DataType = type, Dims = { shape }, RawData = ByteString.CopyFrom(bytes) });
        return full;
    }

    static ValueInfoProto Described(string name, long[] dimensions)
    {
        var shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimParam = Batch } } };
        shape.Dim.Add(dimensions.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new() { ElemType = DataType.Float, Shape = shape } } };
    }

    static AttributeProto Attribute((string Name, object Value) attribute) => attribute.Value switch
    {
        float number => new() { Name = attribute.Name, Type = Type.Float, F = number },
        long number => new() { Name = attribute.Name, Type = Type.Int, I = number },
        long[] numbers => new() { Name = attribute.Name, Type = Type.Ints, Ints = { numbers } },
        string text => new() { Name = attribute.Name, Type = Type.String, S = ByteString.CopyFromUtf8(text) },
        var other => throw new ArgumentException($"An attribute cannot be a {other.GetType().Name}.", nameof(attribute)),
    };
}
