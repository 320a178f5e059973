namespace Derma.Training;

/// <summary>Refuses a description that does not fit the networks that it describes.</summary>
static class ExportCheck
{
    /// <exception cref="UserError">The description does not fit.</exception>
    public static void Require(ModelInfo info, IReadOnlyList<Classifier> models, string path)
    {
        if (info.Weights.Count != models.Count) throw Misfit(path, $"describes {info.Weights.Count} networks where there are {models.Count}");
        foreach (var model in models)
        {
            if (model.Classes != info.Classes.Count) throw Misfit(path, $"names {info.Classes.Count} classes where the network has {model.Classes}");
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
        if (!members.Select(member => member.Name).SequenceEqual(info.Weights.Keys) || members.Any(member => info.Weights[member.Name] != weights[member.Name]))
            throw Misfit(path, "has other names or weights than the networks");
    }

    static UserError Misfit(string path, string what) => new($"The description of the model for {path} {what}.");
}
