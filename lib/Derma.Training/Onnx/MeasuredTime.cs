using System.Diagnostics;

namespace Derma.Training;

/// <summary>Repeated measurements of one thing.</summary>
/// <param name="Milliseconds">One a run, in order.</param>
public sealed record MeasuredTime(IReadOnlyList<double> Milliseconds)
{
    /// <summary>The middle one, or the mean of the two middle ones.</summary>
    public double Median => Percentile.Median(Milliseconds);

    /// <summary>Number of counted runs.</summary>
    public int Runs => Milliseconds.Count;

    /// <summary>Runs an action until there are runs enough.</summary>
    /// <param name="run">What is measured.</param>
    /// <param name="options">How often.</param>
    public static MeasuredTime Of(Action run, SpeedOptions options)
    {
        for (var i = 0; i < options.WarmUp; i++) run();
        var times = new List<double>();
        var begun = Stopwatch.GetTimestamp();
        while (times.Count < options.LeastRuns || (times.Count < options.MostRuns && Stopwatch.GetElapsedTime(begun).TotalSeconds < options.Seconds))
        {
            var start = Stopwatch.GetTimestamp();
            run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return new MeasuredTime(times);
    }
}
