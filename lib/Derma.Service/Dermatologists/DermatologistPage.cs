using System.Globalization;

namespace Derma.Service;

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
