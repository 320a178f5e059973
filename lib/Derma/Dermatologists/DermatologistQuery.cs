namespace Derma.Dermatologists;

/// <summary>What to look for.</summary>
/// <param name="Near">The asked place.</param>
/// <param name="RadiusKilometres">Above 0, up to 50.</param>
public sealed record DermatologistQuery(GeoPoint Near, double RadiusKilometres)
{
    /// <summary>Only those that are known to be open.</summary>
    public bool OpenNow { get; init; }

    /// <summary>Entries on a page, 1 to 20.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>From <see cref="DermatologistPage.Next"/>, or null for the first page.</summary>
    public string? Page { get; init; }
}
