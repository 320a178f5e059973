namespace Derma.Papers;

/// <summary>An attempt with everything that its seeds left. Single figures are means over the seeds, pictures are the first seed's.</summary>
/// <param name="Attempt">What was trained.</param>
/// <param name="Seeds">One entry a seed.</param>
public sealed record TrainedAttempt(Attempt Attempt, IReadOnlyList<TrainedSeed> Seeds)
{
    /// <summary>Name for a reader.</summary>
    public string Name => Attempt.Name;

    /// <summary>The first seed's epochs.</summary>
    public History History => Seeds[0].History;

    /// <summary>The first seed's predictions for the validation photos.</summary>
    public Predictions Predictions => Seeds[0].Predictions;

    /// <summary>The first seed's confusion matrix.</summary>
    public ConfusionMatrix Confusion => Predictions.Confusion();

    /// <summary>Mean over the seeds.</summary>
    public double Mean(Func<AttemptMetrics, double> figure) => Seeds.Average(seed => figure(seed.Metrics));

    /// <summary>Largest minus smallest over the seeds.</summary>
    public double Range(Func<AttemptMetrics, double> figure) => Seeds.Max(seed => figure(seed.Metrics)) - Seeds.Min(seed => figure(seed.Metrics));

    /// <summary>Final validation accuracy with a 95 % interval of all seeds' answers together.</summary>
    public Interval ValidationInterval => Interval.Wilson(
        Seeds.Sum(seed => seed.Predictions.Confusion().Correct), Seeds.Sum(seed => seed.Predictions.Count));
}
