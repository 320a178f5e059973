namespace Derma.Papers;

/// <summary>How an open loop asks: requests start at times that were fixed before, whatever happens to the earlier ones.</summary>
public sealed record LoadOptions
{
    /// <summary>Requests a second, above 0.</summary>
    public required double PerSecond { get; init; }

    /// <summary>From the first possible start to the last.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How the starts are spread.</summary>
    public ArrivalPattern Arrivals { get; init; } = ArrivalPattern.Poisson;

    /// <summary>Decides the starts of a Poisson pattern.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>No more requests than that, however long it lasts.</summary>
    public int MostRequests { get; init; } = 20_000;

    /// <summary>A request without an answer after that time has failed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Checks rate, duration and bounds.</summary>
    /// <exception cref="UserError">One is out of range.</exception>
    public void Validate()
    {
        OptionCheck.Require(PerSecond is > 0 and < double.PositiveInfinity, nameof(PerSecond), PerSecond, "above 0");
        OptionCheck.Require(Duration > TimeSpan.Zero, nameof(Duration), Duration, "above 0");
        OptionCheck.Require(MostRequests > 0, nameof(MostRequests), MostRequests, "above 0");
        OptionCheck.Require(Timeout > TimeSpan.Zero, nameof(Timeout), Timeout, "above 0");
    }
}
