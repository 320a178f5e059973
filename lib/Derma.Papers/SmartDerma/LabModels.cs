namespace Derma.Papers;

/// <summary>The model files that notebooks 40 to 43 and the service use: exported into <c>models/</c> from what the run has trained.</summary>
public static class LabModels
{
    /// <summary>The weighted ensemble of the run's three networks (first seed; weights and temperature fitted on validation photos); exported where the file is missing or of another run.</summary>
    /// <param name="lab">The lab; a network that its run lacks is trained.</param>
    /// <param name="imageSize">Width and height it takes; the lab's own where null. The paper's is 224.</param>
    /// <returns>Path of the model file.</returns>
    public static string EnsembleModel(this Lab lab, int? imageSize = null)
    {
        lab.Members();
        var models = lab.Models();
        return models.IsFresh(RunModels.Ensemble, imageSize) ? models.PathOf(RunModels.Ensemble, imageSize) : models.WriteEnsemble(imageSize);
    }

    /// <summary>One network of the run, the same way.</summary>
    /// <param name="lab">The lab; a network that its run lacks is trained.</param>
    /// <param name="network">Name of one of the paper's three.</param>
    /// <param name="imageSize">Width and height it takes; the lab's own where null.</param>
    /// <returns>Path of the model file.</returns>
    public static string NetworkModel(this Lab lab, string network, int? imageSize = null)
    {
        lab.Members();
        var models = lab.Models();
        return models.IsFresh(network, imageSize) ? models.PathOf(network, imageSize) : models.WriteNetwork(network, imageSize);
    }

    /// <summary>The run's model files.</summary>
    public static RunModels Models(this Lab lab) => new(lab.Options with { RunFolder = lab.Run.Location });
}
