using System.Globalization;

namespace Derma.Service;

/// <summary>Finds dermatologists near a place (Smart Derma 3.9).</summary>
public interface IDermatologistDirectory
{
    /// <summary>Looks up one page.</summary>
    /// <exception cref="UserError">The query is out of range.</exception>
    /// <exception cref="DirectoryError">The source does not answer, or not in a way that is understood.</exception>
    Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default);
}

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

/// <summary>A page of answers, the nearest first.</summary>
/// <param name="Items">The practices.</param>
/// <param name="Next">Asks for the next page; null on the last.</param>
/// <param name="Source">Who says so, with the credit that its licence asks for.</param>
/// <param name="SampleData">Whether the practices are invented.</param>
public sealed record DermatologistPage(IReadOnlyList<Dermatologist> Items, string? Next, string Source, bool SampleData)
{
    /// <summary>A page of a list that is wholly at hand; <see cref="Next"/> is the number of entries before the next page.</summary>
    /// <exception cref="UserError">The query's page is none of this list's.</exception>
    internal static DermatologistPage Of(IEnumerable<Dermatologist> all, DermatologistQuery query, string source, bool sampleData)
    {
        var skip = 0;
        var valid = query.Page is null || int.TryParse(query.Page, NumberStyles.None, CultureInfo.InvariantCulture, out skip);
        OptionCheck.Require(valid, "The page", query.Page, "the 'next' of the page before it");
        var found = all.Where(entry => entry.Kilometres <= query.RadiusKilometres && (!query.OpenNow || entry.OpenNow == true))
            .OrderBy(entry => entry.Kilometres).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToArray();
        var items = found.Skip(skip).Take(query.PageSize).ToArray();
        var seen = (long)skip + items.Length;
        return new(items, items.Length > 0 && seen < found.Length ? seen.ToString(CultureInfo.InvariantCulture) : null, source, sampleData);
    }
}

/// <summary>A practice or clinic near the asked place (Smart Derma 3.9).</summary>
/// <param name="Id">Stable within its source.</param>
/// <param name="Name">Name of the practice.</param>
/// <param name="Address">One line, or empty.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Kilometres">Great-circle distance from the asked place.</param>
/// <param name="Certification">As the source reports it; "unknown" where it does not.</param>
/// <param name="OpenNow">Null where the source does not say.</param>
/// <param name="Phone">Or null.</param>
/// <param name="Website">Or null.</param>
public sealed record Dermatologist(
    string Id, string Name, string Address, GeoPoint Position, double Kilometres, string Certification,
    bool? OpenNow, string? Phone, string? Website)
{
    internal const string Unknown = "unknown";
}
