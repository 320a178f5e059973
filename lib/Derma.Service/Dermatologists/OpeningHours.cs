using System.Globalization;
using System.Text.RegularExpressions;

namespace Derma.Service;

/// <summary>Opening hours at a place. Its time zone is that of the towns around it.</summary>
sealed class LocalHours(TimeProvider time)
{
    const int Towns = 3;

    /// <summary>
    /// Whether it is open now; null where the hours are not understood, or where towns nearby have other clocks and that matters.
    /// </summary>
    public bool? IsOpen(string? hours, GeoPoint position)
    {
        if (hours is null) return null;
        var zones = Places.Default.Nearest(position, Towns).Select(town => town.Zone).Distinct();
        var answers = zones.Select(zone => IsOpen(hours, zone)).Distinct().ToArray();
        return answers.Length == 1 ? answers[0] : null;
    }

    /// <summary>The same where the time zone is known; null where this machine does not know it.</summary>
    public bool? IsOpen(string hours, string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
        ? OpeningHours.IsOpen(hours, TimeZoneInfo.ConvertTime(time.GetUtcNow(), found).DateTime)
        : null;
}

/// <summary>
/// The common part of OpenStreetMap's <c>opening_hours</c>: <c>24/7</c>, and days with times such as <c>Mo-Fr 08:00-12:00,14:00-18:00; Sa
/// off</c>.
/// </summary>
static partial class OpeningHours
{
    const string Days = "Mo|Tu|We|Th|Fr|Sa|Su";

    static readonly string[] Names = Days.Split('|');

    /// <summary>
    /// Whether it is open at a local time; null where the text says more than this understands. Public holidays are not known.
    /// </summary>
    public static bool? IsOpen(string hours, DateTime local)
    {
        if (hours.Trim() == "24/7") return true;
        var week = new (TimeSpan From, TimeSpan To)[7][];
        foreach (var rule in hours.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!TryApply(rule, week)) return null;
        var today = week[((int)local.DayOfWeek + 6) % 7] ?? [];
        return today.Any(span => local.TimeOfDay >= span.From && local.TimeOfDay < span.To);
    }

    // A later rule replaces an earlier one on its days.
    static bool TryApply(string rule, (TimeSpan, TimeSpan)[]?[] week)
    {
        if (rule.StartsWith("PH", StringComparison.Ordinal)) return PublicHolidays().IsMatch(rule);
        if (Rule().Match(rule) is not { Success: true } match || Times(match.Groups["times"].Value) is not { } times) return false;
        foreach (var day in DaysOf(match.Groups["days"].Value)) week[day] = times;
        return true;
    }

    static IEnumerable<int> DaysOf(string days)
    {
        if (days.Length == 0) return Enumerable.Range(0, 7);
        return days.Split(',').SelectMany(range =>
        {
            var ends = range.Split('-').Select(day => Array.IndexOf(Names, day.Trim())).ToArray();
            return Enumerable.Range(0, (ends[^1] - ends[0] + 7) % 7 + 1).Select(step => (ends[0] + step) % 7);
        });
    }

    static (TimeSpan, TimeSpan)[]? Times(string times)
    {
        if (times is "off" or "closed") return [];
        var spans = times.Split(',').Select(span => span.Split('-').Select(Clock).ToArray())
            .Select(ends => (From: ends[0], To: ends[1])).ToArray();
        return spans.All(span => span.From < span.To && span.To <= TimeSpan.FromDays(1)) ? spans : null;
    }

    static TimeSpan Clock(string text)
    {
        var parts = text.Trim().Split(':');
        return new TimeSpan(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), 0);
    }

    const string Range = $"(?:{Days})(?:-(?:{Days}))?", Time = @"\d?\d:[0-5]\d", Span = $"{Time} ?- ?{Time}";

    [GeneratedRegex($"^(?<days>{Range}(?:, ?{Range})*)? ?(?<times>off|closed|{Span}(?:, ?{Span})*)$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^PH (?:off|closed)$")]
    private static partial Regex PublicHolidays();
}
