namespace Derma.Service;

/// <summary>Where the time went, in milliseconds.</summary>
/// <param name="DecodeMs">Decoding and judging the photo.</param>
/// <param name="QueueMs">Waiting for the model.</param>
/// <param name="ModelMs">The run of the model.</param>
/// <param name="TotalMs">From the request's headers to its answer.</param>
public sealed record TimingsBody(double DecodeMs, double QueueMs, double ModelMs, double TotalMs)
{
    internal static TimingsBody Of(AnswerTimes times) => new(Round(times.Decode), Round(times.Queue), Round(times.Model), Round(times.Total));

    static double Round(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}
