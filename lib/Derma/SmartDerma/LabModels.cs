using Derma.Experiments;

namespace Derma.SmartDerma;

/// <summary>The model files that notebooks 40 to 43 and the service use: exported into <c>models/</c> from what the run has trained.</summary>
public static class LabModels
{
    /// <summary>The weighted ensemble of the run's three networks (first seed; weights and temperature fitted on validation photos); exported where the file is missing or of another run.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="imageSize">Width and height it takes; the lab's own where null. The paper's is 224.</param>
    /// <returns>Path of the model file.</returns>
    public static string EnsembleModel(this Lab lab, int? imageSize = null) => throw new NotImplementedException();

    /// <summary>One network of the run, the same way.</summary>
    public static string NetworkModel(this Lab lab, string network, int? imageSize = null) => throw new NotImplementedException();
}
