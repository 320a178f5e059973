namespace Derma.Training;

/// <summary>
/// Writes networks as ONNX files that <see cref="Predictor"/> and other runtimes read: opset 17, any number of photos at once, weights, normalisation and
/// softmax inside, batch norms folded into convolutions.
/// </summary>
/// <remarks>
/// Input <c>pixels</c> N,3,S,S, red, green, blue in [0, 1]. Outputs: <c>probabilities</c> N,classes; <c>heatmap</c> N,h,w in [0, 1] for the likeliest class;
/// <c>logits</c> N,classes of a single network; <c>members</c> N,networks,classes, the probabilities of an ensemble's networks. What the file says of itself
/// is <see cref="ModelContract"/>.
/// </remarks>
public static class OnnxExport
{
    /// <summary>Writes one network.</summary>
    /// <param name="model">The network with its weights; in training mode or not, the file evaluates.</param>
    /// <param name="info">What the file says of itself.</param>
    /// <param name="path">The file to replace.</param>
    /// <exception cref="UserError">The description does not fit the network, or no export knows it.</exception>
    public static void Save(Classifier model, ModelInfo info, string path)
    {
        ExportCheck.Require(info, [model], path);
        var graph = new GraphBuilder(info.ImageSize);
        var network = NetworkGraphs.Add(graph, model);
        var probabilities = NetworkGraphs.Probabilities(graph, model.Head, network.Logits);
        graph.Output(ModelContract.Logits, network.Logits, model.Classes);
        graph.Output(ModelContract.Probabilities, probabilities, model.Classes);
        graph.Output(ModelContract.HeatMap, HeatMaps.Of(graph, network, NetworkGraphs.Likeliest(graph, probabilities)), network.MapSize, network.MapSize);
        OnnxFile.Write(path, graph.Graph, ModelContract.Of(info, new Dictionary<string, Normalisation> { [info.Weights.Keys.First()] = model.Normalisation }, network.Linear));
    }

    /// <summary>Writes a weighted vote as one graph: softmax of each network, then the weighted mean.</summary>
    /// <param name="members">Networks of the same classes; their weights add up to 1.</param>
    /// <param name="info">What the file says of itself.</param>
    /// <param name="path">The file to replace.</param>
    /// <exception cref="UserError">The description does not fit the networks, or no export knows one.</exception>
    public static void SaveEnsemble(IReadOnlyList<EnsembleMember> members, ModelInfo info, string path)
    {
        ExportCheck.Require(info, members, path);
        var graph = new GraphBuilder(info.ImageSize);
        NetworkGraph[] networks = [.. members.Select(member => Enter(graph, member))];
        graph.Enter("vote");
        string[] each = [.. networks.Zip(members, (network, member) => NetworkGraphs.Probabilities(graph, member.Model.Head, network.Logits))];
        var all = graph.Node("Concat", [.. each.Select(p => graph.Node("Unsqueeze", [p, graph.Integers(1)]))], ("axis", 1L));
        var weights = graph.Constant("weights", (float[])[.. members.Select(member => (float)member.Weight)], members.Count, 1);
        var mean = graph.Node("ReduceSum", [graph.Node("Mul", [all, weights]), graph.Integers(1)], ("keepdims", 0L));
        var (map, size) = HeatMaps.Mean(graph, [.. networks.Zip(members, (network, member) => (network, member.Weight))], NetworkGraphs.Likeliest(graph, mean));
        graph.Output(ModelContract.Probabilities, mean, info.Classes.Count);
        graph.Output(ModelContract.Members, all, members.Count, info.Classes.Count);
        graph.Output(ModelContract.HeatMap, map, size, size);
        OnnxFile.Write(path, graph.Graph, ModelContract.Of(info, members.ToDictionary(m => m.Name, m => m.Model.Normalisation), networks.All(network => network.Linear)));
    }

    static NetworkGraph Enter(GraphBuilder graph, EnsembleMember member)
    {
        graph.Enter(member.Name);
        return NetworkGraphs.Add(graph, member.Model);
    }
}
