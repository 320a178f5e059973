namespace Derma.Training;

/// <summary>What a speed comparison measures, and for how long.</summary>
public sealed record SpeedOptions
{
    /// <summary>Photos at once.</summary>
    public IReadOnlyList<int> Batches { get; init; } = [1, 8];

    /// <summary>Threads.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [1, 2];

    /// <summary>Runs that are not counted: the first ones fetch memory.</summary>
    public int WarmUp { get; init; } = 1;

    /// <summary>Runs of a figure, at least.</summary>
    public int LeastRuns { get; init; } = 3;

    /// <summary>Runs of a figure, at most.</summary>
    public int MostRuns { get; init; } = 30;

    /// <summary>Between the two, as many runs as fit into so many seconds.</summary>
    public double Seconds { get; init; } = 0.5;
}
