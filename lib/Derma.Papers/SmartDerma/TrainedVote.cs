namespace Derma.Papers;

/// <summary>A soft vote, once a seed. Pictures are the first seed's.</summary>
/// <param name="Name">Name for a reader.</param>
/// <param name="Seeds">One entry a seed.</param>
public sealed record TrainedVote(string Name, IReadOnlyList<VoteSeed> Seeds)
{
    /// <summary>The first seed's mean probabilities of the validation photos.</summary>
    public Predictions Validation => Seeds[0].Validation;

    /// <summary>The first seed's mean probabilities of the test photos.</summary>
    public Predictions Test => Seeds[0].Test;
}
