namespace Derma.Bench;

/// <summary>Model files with fresh weights at the paper's sizes: what they say means nothing, how long they take does.</summary>
sealed class BenchModels(string folder)
{
    public const int Size = 224;

    static readonly IReadOnlyList<string> Classes = [.. SyntheticSkin.Conditions13.Conditions.Select(condition => condition.Name)];

    /// <summary>The vote of the paper's three networks with its weights.</summary>
    public string Ensemble()
    {
        var weights = EnsembleWeights.Paper.For([.. PaperExperiments.All.Select(experiment => experiment.Network.Architecture)]);
        var members = weights.ByName.Select(weight => new EnsembleMember(weight.Key, Networks.Build(weight.Key, Classes.Count), weight.Value)).ToArray();
        var path = Path.Combine(folder, "bench-ensemble.onnx");
        OnnxExport.SaveEnsemble(members, Info("bench-ensemble", "Ensemble", weights.ByName), path);
        foreach (var member in members) member.Model.Dispose();
        return path;
    }

    /// <summary>One network.</summary>
    public string Network(string name)
    {
        using var model = Networks.Build(name, Classes.Count);
        var path = Path.Combine(folder, $"bench-{name}.onnx");
        OnnxExport.Save(model, Info($"bench-{name}", name, new Dictionary<string, double> { [name] = 1 }), path);
        return path;
    }

    static ModelInfo Info(string id, string title, IReadOnlyDictionary<string, double> weights) => new()
    {
        Id = id,
        Title = title,
        Classes = Classes,
        ImageSize = Size,
        Weights = weights,
        Run = "bench",
        TrainedOn = "nothing: fresh weights",
        Synthetic = true,
        LibraryVersion = typeof(ModelInfo).Assembly.GetName().Version!.ToString(3),
    };
}
