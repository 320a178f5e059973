namespace Derma.Service;

/// <summary>Opening hours at a place. Its time zone is that of the towns around it.</summary>
sealed class LocalHours(TimeProvider time)
{
    const int Towns = 3;

    /// <summary>Whether it is open now; null where the hours are not understood, or where towns nearby have other clocks and that matters.</summary>
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
