namespace Derma.Papers;

/// <summary>A home's line to a service in the cloud. The numbers are assumptions, stated on every figure; the paper states none.</summary>
public sealed record UplinkOptions
{
    /// <summary>Time of a packet there and of one back, without waiting behind others.</summary>
    public TimeSpan RoundTrip { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>How far a round trip may lie above or below that, drawn evenly; half of it on each way.</summary>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Megabits a second to the service.</summary>
    public double UpMegabits { get; init; } = 10;

    /// <summary>Megabits a second from it.</summary>
    public double DownMegabits { get; init; } = 50;

    /// <summary>Decides the jitter.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>One line for a figure.</summary>
    public string Text => FormattableString.Invariant(
        $"round trip {RoundTrip.TotalMilliseconds:0.#} ± {Jitter.TotalMilliseconds:0.#} ms, {UpMegabits:0.#} Mbit/s up, {DownMegabits:0.#} down");

    /// <summary>Checks delays and rates.</summary>
    /// <exception cref="UserError">One is out of range.</exception>
    public void Validate()
    {
        OptionCheck.Require(RoundTrip >= TimeSpan.Zero, nameof(RoundTrip), RoundTrip, "at least 0");
        OptionCheck.Require(Jitter >= TimeSpan.Zero && Jitter <= RoundTrip, nameof(Jitter), Jitter, "at least 0 and at most RoundTrip");
        OptionCheck.Require(UpMegabits > 0, nameof(UpMegabits), UpMegabits, "above 0");
        OptionCheck.Require(DownMegabits > 0, nameof(DownMegabits), DownMegabits, "above 0");
    }
}
