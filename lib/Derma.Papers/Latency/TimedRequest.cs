namespace Derma.Papers;

/// <summary>One request of a load, in seconds from the beginning of the loop.</summary>
/// <param name="Scheduled">When it should have started. In a closed loop, when it did.</param>
/// <param name="Started">When it did start.</param>
/// <param name="Finished">When the whole answer was there, or the request had failed.</param>
/// <param name="Reply">What came back.</param>
public sealed record TimedRequest(double Scheduled, double Started, double Finished, Reply Reply)
{
    /// <summary>
    /// From the scheduled time to the answer. A request that could not start in time because others were slow has waited all the same
    /// (Tene's "coordinated omission").
    /// </summary>
    public double Milliseconds => 1000 * (Finished - Scheduled);
}
