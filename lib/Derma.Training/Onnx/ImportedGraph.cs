using Derma.Inference.OnnxFormat;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>An imported network as nodes again: those of its file, with the weights that it has now.</summary>
static class ImportedGraph
{
    static readonly string[] Pooling = ["Flatten", "Reshape", "Identity", "GlobalAveragePool", "AveragePool", "ReduceMean"];

    /// <exception cref="UserError">The head does not follow the mean of the maps, nor one hidden layer with hard-swish.</exception>
    public static NetworkGraph Add(GraphBuilder graph, OnnxNetwork model)
    {
        var hidden = Hidden(model);
        var maps = (hidden is null ? model.Graph : model.Graph with { Output = hidden.Node.Input[0] }).WithoutEnd(Pooling);
        var (value, size) = (Copy(graph, model, maps), model.SizeOf(maps.Output, graph.ImageSize));
        return hidden is null ? NetworkGraphs.AddLinearHead(graph, value, size, model.HeadName, model.Classifier)
            : HiddenLayerHead.Add(graph, value, size, ("hidden", (Linear)hidden.Module), (model.HeadName, model.Classifier));
    }

    sealed record HiddenNode(NodeProto Node, nn.Module Module);

    static HiddenNode? Hidden(OnnxNetwork model)
    {
        HiddenNode[] dense =
        [
            .. model.Graph.Nodes.Select((node, place) => (Node: node, Module: model.ModuleOf(place)))
                .Where(layer => layer.Module is Linear).Select(layer => new HiddenNode(layer.Node, layer.Module!)),
        ];
        if (dense.Length == 0) return null;
        var after = model.Graph.Nodes.SkipWhile(node => node != dense[0].Node).Skip(1).Select(node => node.OpType).ToList();
        return dense.Length == 1 && after is ["HardSwish"] or ["HardSigmoid", "Mul"] ? dense[0] : throw new UserError(
            $"The export of {model.File} takes a head right behind the mean of the maps, or behind one dense layer with hard-swish; "
            + $"this network has {dense.Length} dense layers before its head.");
    }

    /// <returns>The name of the maps in the new graph.</returns>
    static string Copy(GraphBuilder graph, OnnxNetwork model, OnnxGraph maps)
    {
        var names = new Dictionary<string, string> { [maps.Input] = graph.Normalised(model.Normalisation) };
        var needed = maps.Needed().ToHashSet();
        for (var place = 0; place < model.Graph.Nodes.Count; place++)
            if (model.Graph.Nodes[place] is var node && needed.Contains(node))
                names[node.Output[0]] = Copy(graph, node, [.. Inputs(graph, model, place, names)]);
        return names[maps.Output];
    }

    // Files of older operator sets carry attributes that ours no longer knows.
    static string Copy(GraphBuilder graph, NodeProto node, string[] inputs) => node.OpType switch
    {
        "Dropout" => graph.Node("Identity", inputs[..1]),
        "BatchNormalization" => graph.Node(node.OpType, inputs, node.Attribute.Where(attribute => attribute.Name == "epsilon")),
        "Clip" when node.Attribute.Count > 0 =>
            graph.Node("Clip",
                [inputs[0], .. node.Attribute.OrderByDescending(limit => limit.Name).Select(limit => graph.Scalar(limit.F))]),
        _ => graph.Node(node.OpType, inputs, node.Attribute),
    };

    static IEnumerable<string> Inputs(GraphBuilder graph, OnnxNetwork model, int place, Dictionary<string, string> names)
    {
        var node = model.Graph.Nodes[place];
        var weights = Weights(model.ModuleOf(place));
        return node.Input.Select((input, i) => names.GetValueOrDefault(input)
            ?? (i == 0 || i > weights.Length ? graph.Copy(model.Graph.Constants[input], input)
            : graph.Constant($"imported{place}.{i}", TensorNumbers.Of(weights[i - 1]), weights[i - 1].shape)));
    }

    static Tensor[] Weights(nn.Module? module) => module switch
    {
        Conv2d { bias: null } layer => [layer.weight],
        Conv2d layer => [layer.weight, layer.bias!],
        BatchNorm2d norm => [norm.weight!, norm.bias!, norm.running_mean!, norm.running_var!],
        _ => [],
    };
}
