namespace Derma.Training;

/// <summary>One network of an ensemble.</summary>
/// <param name="Name">One of <see cref="NetworkNames"/>.</param>
/// <param name="Model">The network with its weights.</param>
/// <param name="Weight">Share of its probabilities in the vote.</param>
public sealed record EnsembleMember(string Name, Classifier Model, double Weight);

/// <summary>
/// Writes networks as ONNX files that <see cref="Predictor"/> and other runtimes read: opset 17, any number of photos at once, weights,
/// normalisation and softmax inside, batch norms folded into convolutions. The networks may be on any device.
/// </summary>
/// <remarks>
/// Input <c>pixels</c> N,3,S,S, red, green, blue in [0, 1]. Outputs: <c>probabilities</c> N,classes; <c>heatmap</c> N,h,w in [0, 1] for the
/// likeliest class; <c>logits</c> N,classes of a single network; <c>members</c> N,networks,classes, the probabilities of an ensemble's
/// networks. What the file says of itself is <see cref="ModelContract"/>.
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
        var map = HeatMaps.Of(graph, network, NetworkGraphs.Likeliest(graph, probabilities));
        graph.Output(ModelContract.HeatMap, map, network.MapSize, network.MapSize);
        var normalisation = new Dictionary<string, Normalisation> { [info.Weights.Keys.First()] = model.Normalisation };
        OnnxFile.Write(path, graph.Graph, ModelContract.Of(info, normalisation, network.Linear));
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
        string[] each = [.. networks.Zip(members, (network, m) => NetworkGraphs.Probabilities(graph, m.Model.Head, network.Logits))];
        var all = graph.Node("Concat", [.. each.Select(p => graph.Node("Unsqueeze", [p, graph.Integers(1)]))], ("axis", 1L));
        var mean = Mean(graph, all, [.. members.Select(member => (float)member.Weight)]);
        (NetworkGraph, double)[] weighted = [.. networks.Zip(members, (network, member) => (network, member.Weight))];
        var (map, size) = HeatMaps.Mean(graph, weighted, NetworkGraphs.Likeliest(graph, mean));
        graph.Output(ModelContract.Probabilities, mean, info.Classes.Count);
        graph.Output(ModelContract.Members, all, members.Count, info.Classes.Count);
        graph.Output(ModelContract.HeatMap, map, size, size);
        var normalisations = members.ToDictionary(m => m.Name, m => m.Model.Normalisation);
        OnnxFile.Write(path, graph.Graph, ModelContract.Of(info, normalisations, networks.All(network => network.Linear)));
    }

    static NetworkGraph Enter(GraphBuilder graph, EnsembleMember member)
    {
        graph.Enter(member.Name);
        return NetworkGraphs.Add(graph, member.Model);
    }

    static string Mean(GraphBuilder graph, string probabilities, float[] weights)
    {
        var weighted = graph.Node("Mul", [probabilities, graph.Constant("weights", weights, weights.Length, 1)]);
        return graph.Node("ReduceSum", [weighted, graph.Integers(1)], ("keepdims", 0L));
    }
}

/// <summary>Refuses a description that does not fit the networks that it describes.</summary>
static class ExportCheck
{
    /// <exception cref="UserError">The description does not fit.</exception>
    public static void Require(ModelInfo info, IReadOnlyList<Classifier> models, string path)
    {
        if (info.Weights.Count != models.Count)
            throw Misfit(path, $"describes {info.Weights.Count} networks where there are {models.Count}");
        foreach (var model in models)
        {
            if (model.Classes != info.Classes.Count)
                throw Misfit(path, $"names {info.Classes.Count} classes where the network has {model.Classes}");
            if (model is PaperCnn cnn && cnn.Options.ImageSize != info.ImageSize)
                throw Misfit(path, $"says {info.ImageSize} px where the network was built for {cnn.Options.ImageSize}");
        }
    }

    /// <exception cref="UserError">The description does not fit, or the weights are no shares of one.</exception>
    public static void Require(ModelInfo info, IReadOnlyList<EnsembleMember> members, string path)
    {
        if (members.Count == 0) throw new UserError($"There is no network to write into {path}; give at least one.");
        Require(info, [.. members.Select(member => member.Model)], path);
        var weights = new EnsembleWeights(members.ToDictionary(member => member.Name, member => member.Weight));
        var fits = members.Select(member => member.Name).SequenceEqual(info.Weights.Keys)
            && members.All(member => info.Weights[member.Name] == weights[member.Name]);
        if (!fits) throw Misfit(path, "has other names or weights than the networks");
    }

    static UserError Misfit(string path, string what) => new($"The description of the model for {path} {what}.");
}
