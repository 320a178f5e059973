namespace Derma.Training;

/// <summary>One network of an ensemble.</summary>
/// <param name="Name">One of <see cref="NetworkNames"/>.</param>
/// <param name="Model">The network with its weights.</param>
/// <param name="Weight">Share of its probabilities in the vote.</param>
public sealed record EnsembleMember(string Name, Classifier Model, double Weight);
