namespace Derma.Training;

/// <summary>What a search for ensemble weights found on the validation photos.</summary>
/// <param name="Found">The best weights. Their score is the best of many on the same photos and therefore flatters: judge them on the test set.</param>
/// <param name="Equal">The same weight for every model.</param>
/// <param name="Paper">Smart Derma's weights; null where other models vote.</param>
/// <param name="Grid">Every point of the grid, for a chart.</param>
public sealed record WeightSearchResult(WeightScore Found, WeightScore Equal, WeightScore? Paper, IReadOnlyList<WeightScore> Grid)
{
    /// <summary>The models that vote.</summary>
    public IReadOnlyCollection<string> Models => [.. Equal.Weights.ByName.Keys];

    /// <summary>Points of the grid that share the highest accuracy on it.</summary>
    public int TiedForBest => Grid.GroupBy(score => score.Accuracy).MaxBy(group => group.Key)!.Count();
}
