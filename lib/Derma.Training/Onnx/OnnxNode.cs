using Derma.Inference.OnnxFormat;

namespace Derma.Training;

/// <summary>A node with its attributes; what a file leaves out has the format's default.</summary>
/// <param name="Graph">Where it stands.</param>
/// <param name="Node">The node.</param>
sealed record OnnxNode(OnnxGraph Graph, NodeProto Node)
{
    public string Type => Node.OpType;

    /// <summary>Width and height of a kernel.</summary>
    public (long, long) Kernel => Two("kernel_shape", 1);

    public (long, long) Stride => Two("strides", 1);

    public (long, long) Dilation => Two("dilations", 1);

    /// <summary>Padding before (top, left) and behind (bottom, right).</summary>
    public long[] Pads => Integers("pads") ?? [0, 0, 0, 0];

    public bool IsPaddedEvenly => Pads is [var top, var left, var bottom, var right] && top == bottom && left == right;

    public long Integer(string name, long otherwise) => Find(name)?.I ?? otherwise;

    public float Number(string name, float otherwise) => Find(name)?.F ?? otherwise;

    public string? Text(string name) => Find(name)?.S.ToStringUtf8();

    public long[]? Integers(string name) => Find(name) is { } attribute ? [.. attribute.Ints] : null;

    /// <summary>A constant among the inputs; null where there is none at that place, or a computed value.</summary>
    public string? Constant(int place) =>
        place < Node.Input.Count && Graph.Constants.ContainsKey(Node.Input[place]) ? Node.Input[place] : null;

    /// <summary>Refuses what the import would get wrong.</summary>
    /// <exception cref="UserError">It does not hold.</exception>
    public void Require(bool holds, string what)
    {
        if (!holds) throw new UserError($"{Graph.Path}: the import takes no {Type} with {what} (node '{Node.Name}').");
    }

    (long, long) Two(string name, long otherwise)
    {
        var values = Integers(name);
        Require(values is null or { Length: 2 }, $"{name} that is not of two dimensions");
        return values is [var first, var second] ? (first, second) : (otherwise, otherwise);
    }

    AttributeProto? Find(string name) => Node.Attribute.FirstOrDefault(attribute => attribute.Name == name);
}
