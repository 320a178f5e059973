namespace Derma.Papers;

/// <summary>An experiment with everything that its seeds left. Pictures are the first seed's.</summary>
/// <param name="Experiment">What was trained.</param>
/// <param name="Seeds">One entry a seed.</param>
public sealed record TrainedExperiment(Experiment Experiment, IReadOnlyList<ExperimentSeed> Seeds)
{
    /// <summary>Name for a reader.</summary>
    public string Name => Experiment.Name;

    /// <summary>The first seed's epochs.</summary>
    public History History => Seeds[0].History;

    /// <summary>The first seed's probabilities of the validation photos.</summary>
    public Predictions Validation => Seeds[0].Validation;

    /// <summary>The first seed's probabilities of the test photos.</summary>
    public Predictions Test => Seeds[0].Test;
}
