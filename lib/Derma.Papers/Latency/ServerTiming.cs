using System.Globalization;

namespace Derma.Papers;

/// <summary>The <c>Server-Timing</c> header: what a service says it spent its time on.</summary>
public static class ServerTiming
{
    /// <summary>Nothing said.</summary>
    public static IReadOnlyDictionary<string, double> None { get; } = new Dictionary<string, double>();

    /// <summary>Reads entries such as <c>decode;dur=2.1, model;dur=63</c>; entries without a duration are left out.</summary>
    /// <param name="header">The header's text, or null.</param>
    /// <returns>Milliseconds by name.</returns>
    public static IReadOnlyDictionary<string, double> Parse(string? header)
    {
        var timings = new Dictionary<string, double>();
        foreach (var entry in (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split(';', StringSplitOptions.TrimEntries);
            var duration = parts.Skip(1).FirstOrDefault(part => part.StartsWith("dur=", StringComparison.Ordinal))?[4..];
            if (double.TryParse(duration, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)) timings[parts[0]] = milliseconds;
        }
        return timings;
    }
}
