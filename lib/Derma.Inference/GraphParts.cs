using Derma.Inference.OnnxFormat;

namespace Derma.Inference;

/// <summary>A vote's graph cut where its networks end: each network by itself, and the vote, which takes what they give.</summary>
/// <param name="Networks">One a network, from the photos to what the vote needs of it.</param>
/// <param name="Vote">From there to the file's outputs.</param>
sealed record GraphParts(IReadOnlyList<GraphPart> Networks, GraphPart Vote)
{
    /// <summary>Cuts a file that <c>OnnxExport</c> wrote, in which the nodes of a network begin with its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="names">Of its networks.</param>
    /// <returns>Null where it does not fall into such parts.</returns>
    public static GraphParts? Of(string path, IEnumerable<string> names)
    {
        using var stream = File.OpenRead(path);
        var model = ModelProto.Parser.ParseFrom(stream);
        var nodes = model.Graph.Node.ToLookup(node =>
            names.FirstOrDefault(name => node.Name.StartsWith(name + "/", StringComparison.Ordinal)) ?? "");
        string[] taken = [.. nodes[""].SelectMany(node => node.Input)];
        GraphPart[] networks = [.. names.Select(name => Network(model, name, [.. nodes[name]], taken))];
        var given = networks.SelectMany(network => network.Outputs).Select(Value);
        var vote = new GraphPart("vote", Part(model, [.. nodes[""]], given, model.Graph.Output));
        return networks.Append(vote).All(part => part.IsWhole) ? new GraphParts(networks, vote) : null;
    }

    static GraphPart Network(ModelProto model, string name, IReadOnlyList<NodeProto> nodes, IEnumerable<string> taken) =>
        new(name, Part(model, nodes, model.Graph.Input, nodes.SelectMany(node => node.Output).Intersect(taken).Select(Value)));

    static ModelProto Part(
        ModelProto model, IReadOnlyList<NodeProto> nodes, IEnumerable<ValueInfoProto> inputs, IEnumerable<ValueInfoProto> outputs)
    {
        var used = nodes.SelectMany(node => node.Input).ToHashSet();
        var numbers = model.Graph.Initializer.Where(tensor => used.Contains(tensor.Name));
        var graph = new GraphProto { Name = "part", Node = { nodes }, Input = { inputs }, Output = { outputs }, Initializer = { numbers } };
        return new ModelProto { IrVersion = model.IrVersion, OpsetImport = { model.OpsetImport }, Graph = graph };
    }

    /// <summary>A value of floats, of whatever shape, as a graph's input or output.</summary>
    public static ValueInfoProto Value(string name) =>
        new() { Name = name, Type = new TypeProto { TensorType = new() { ElemType = TensorProto.Types.DataType.Float } } };
}

/// <summary>A part of a graph, as a model of its own.</summary>
/// <param name="Name">Of the network, or "vote".</param>
/// <param name="Model">The part.</param>
sealed record GraphPart(string Name, ModelProto Model)
{
    /// <summary>What it takes.</summary>
    public IReadOnlyList<string> Inputs => [.. Model.Graph.Input.Select(value => value.Name)];

    /// <summary>What it gives.</summary>
    public IReadOnlyList<string> Outputs => [.. Model.Graph.Output.Select(value => value.Name)];

    /// <summary>Whether it gives anything, and needs nothing but what it takes.</summary>
    public bool IsWhole
    {
        get
        {
            var known = Inputs.Concat(Model.Graph.Initializer.Select(tensor => tensor.Name))
                .Concat(Model.Graph.Node.SelectMany(node => node.Output)).Append("").ToHashSet();
            return Outputs.Count > 0 && Model.Graph.Node.All(node => node.Input.All(known.Contains));
        }
    }
}
