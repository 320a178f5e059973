namespace Derma.Papers;

/// <summary>The vote of one seed's three networks.</summary>
/// <param name="Seed">Their seed.</param>
/// <param name="Weights">A weight for each network.</param>
/// <param name="Validation">Mean probabilities of the validation photos.</param>
/// <param name="Test">Mean probabilities of the test photos.</param>
public sealed record VoteSeed(long Seed, EnsembleWeights Weights, Predictions Validation, Predictions Test);
