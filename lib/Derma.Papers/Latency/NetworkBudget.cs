namespace Derma.Papers;

/// <summary>
/// What a bound on an answer's time leaves for the network. A new connection over TLS 1.3 takes three round trips (TCP, TLS, the request
/// itself) and the photo's own time on the line; a kept connection takes one.
/// </summary>
/// <param name="BoundSeconds">The whole answer must be there within it.</param>
/// <param name="ServiceSeconds">What the service itself takes.</param>
public sealed record NetworkBudget(double BoundSeconds, double ServiceSeconds)
{
    /// <summary>Bytes that TCP sends before the first acknowledgement: ten segments (RFC 6928).</summary>
    public const int FirstWindow = 14_600;

    const int NewConnectionRounds = 3, KeptConnectionRounds = 1, BisectionSteps = 60;

    const double BytesPerMegabit = 1e6 / 8;

    /// <summary>What is left for the network.</summary>
    public double NetworkSeconds => BoundSeconds - ServiceSeconds;

    /// <summary>
    /// How long the last byte leaves after the first. The window doubles with every round trip from <see cref="FirstWindow"/> on, until it
    /// fills the line (RFC 5681); without slow start the line is full at once.
    /// </summary>
    /// <param name="bytes">What is sent.</param>
    /// <param name="roundTrip">Seconds.</param>
    /// <param name="megabits">Megabits a second.</param>
    /// <param name="slowStart">Whether TCP must find the line's rate first.</param>
    public static double TransferSeconds(double bytes, double roundTrip, double megabits, bool slowStart = true)
    {
        var (seconds, rate) = (0.0, megabits * BytesPerMegabit);
        for (double window = FirstWindow; slowStart && bytes > window && window < rate * roundTrip; window *= 2)
            (seconds, bytes) = (seconds + roundTrip, bytes - window);
        return seconds + bytes / rate;
    }

    /// <summary>The network's part of one answer.</summary>
    /// <param name="bytes">The photo.</param>
    /// <param name="roundTrip">Seconds.</param>
    /// <param name="megabits">Megabits a second to the service.</param>
    /// <param name="newConnection">Whether it is the first request.</param>
    /// <param name="slowStart">Whether TCP must find the line's rate first.</param>
    public static double NetworkSecondsOf(double bytes, double roundTrip, double megabits, bool newConnection = true,
        bool slowStart = true) =>
        (newConnection ? NewConnectionRounds : KeptConnectionRounds) * roundTrip + TransferSeconds(bytes, roundTrip, megabits, slowStart);

    /// <summary>
    /// The longest round trip, in seconds, with which a photo's first request still meets the bound; null where none does.
    /// </summary>
    /// <param name="bytes">The photo.</param>
    /// <param name="megabits">Megabits a second to the service.</param>
    public double? LongestRoundTrip(double bytes, double megabits)
    {
        if (NetworkSecondsOf(bytes, 0, megabits) > NetworkSeconds) return null;
        return Last(0, BoundSeconds, roundTrip => NetworkSecondsOf(bytes, roundTrip, megabits) <= NetworkSeconds);
    }

    /// <summary>
    /// The slowest line, in megabits a second, over which a photo's first request still meets the bound; null where none does.
    /// </summary>
    /// <param name="bytes">The photo.</param>
    /// <param name="roundTrip">Seconds.</param>
    public double? SlowestUplink(double bytes, double roundTrip)
    {
        const double fastest = 1e5;
        if (NetworkSecondsOf(bytes, roundTrip, fastest) > NetworkSeconds) return null;
        return 1 / Last(1 / fastest, fastest, inverse => NetworkSecondsOf(bytes, roundTrip, 1 / inverse) <= NetworkSeconds);
    }

    // The largest argument that fits, where everything below it fits, too.
    static double Last(double fits, double tooMuch, Func<double, bool> test)
    {
        for (var step = 0; step < BisectionSteps; step++)
        {
            var middle = (fits + tooMuch) / 2;
            if (test(middle)) fits = middle;
            else tooMuch = middle;
        }
        return fits;
    }
}
