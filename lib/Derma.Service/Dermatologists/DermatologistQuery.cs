namespace Derma.Service;

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

    /// <exception cref="UserError">Something is out of range.</exception>
    internal void Check()
    {
        OptionCheck.Require(Near.Latitude is >= -90 and <= 90, "The latitude", Near.Latitude, "between -90 and 90 degrees");
        OptionCheck.Require(Near.Longitude is >= -180 and <= 180, "The longitude", Near.Longitude, "between -180 and 180 degrees");
        OptionCheck.Require(RadiusKilometres is > 0 and <= 50, "The radius", RadiusKilometres, "above 0 and at most 50 km");
        OptionCheck.Require(PageSize is >= 1 and <= 20, "The page size", PageSize, "between 1 and 20");
    }
}
