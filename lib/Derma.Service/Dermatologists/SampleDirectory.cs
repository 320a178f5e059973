using System.Globalization;

namespace Derma.Service;

/// <summary>Invented practices around real towns, for trying the finder without a network. Nobody can be found with it.</summary>
/// <param name="time">Says what "now" is; the system's clock where null.</param>
public sealed class SampleDirectory(TimeProvider? time = null) : IDermatologistDirectory
{
    const string Source = "Sample data: these practices are invented";

    readonly LocalHours hours = new(time ?? TimeProvider.System);

    /// <inheritdoc/>
    public Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default)
    {
        query.Check();
        var all = SampleClinics.All.Select(clinic => Entry(clinic, query.Near));
        return Task.FromResult(DermatologistPage.Of(all, query, Source, sampleData: true));
    }

    Dermatologist Entry(SampleClinic clinic, GeoPoint near) => new(
        clinic.Id, clinic.Name, clinic.Address, clinic.Position, near.KilometresTo(clinic.Position), clinic.Certification,
        clinic.Hours is null ? null : hours.IsOpen(clinic.Hours, clinic.Zone), clinic.Phone, clinic.Website);
}

/// <summary>An invented practice.</summary>
/// <param name="Id">Stable: the town and a number.</param>
/// <param name="Name">Says that it is a sample.</param>
/// <param name="Address">Invented too.</param>
/// <param name="Position">Within a few kilometres of the town's middle.</param>
/// <param name="Certification">"unknown" for some, as directories leave it out.</param>
/// <param name="Hours">As OpenStreetMap writes them, in the town's time.</param>
/// <param name="Zone">The town's time zone.</param>
/// <param name="Phone">From a range that is reserved for fiction, or null.</param>
/// <param name="Website">Under <c>.example</c>, which nobody can own (RFC 2606), or null.</param>
sealed record SampleClinic(
    string Id, string Name, string Address, GeoPoint Position, string Certification, string? Hours, string Zone,
    string? Phone, string? Website);

/// <summary>Invents one to three practices around every town of the gazetteer; the same ones always.</summary>
static class SampleClinics
{
    const int Seed = 39, MostInATown = 3;
    const double KilometresPerDegree = GeoPoint.EarthKilometres * Math.PI / 180;

    static readonly string[] Streets = ["Sample Street", "Example Road", "Specimen Avenue", "Demonstration Square"];

    static readonly string?[] Hours =
    [
        "Mo-Fr 08:00-17:00", "Mo-Fr 08:30-12:00,14:00-18:00", "Mo-Th 09:00-18:00; Fr 09:00-13:00; Sa off", "Tu-Sa 10:00-19:00",
        "Mo-Sa 07:30-13:30; We off", null,
    ];

    // Numbers that the countries' regulators keep for films and books.
    static readonly Dictionary<string, string> FictionalPhones = new()
    {
        ["Australia"] = "+61 2 5550 {0:0000}", ["Canada"] = "+1 555 555 01{1:00}", ["France"] = "+33 1 99 00 {0:00 00}",
        ["Germany"] = "+49 30 23125 {1:000}",
        ["United Kingdom"] = "+44 1632 960{1:000}", ["United States"] = "+1 555 555 01{1:00}",
    };

    public static IReadOnlyList<SampleClinic> All { get; } = [.. Places.Default.Towns.SelectMany(In)];

    static IEnumerable<SampleClinic> In(Town town, int index)
    {
        var dice = SplitMix64.At(Seed, index);
        var count = 1 + dice.Below(MostInATown);
        return [.. Enumerable.Range(1, count).Select(number => Invent(town, number, SplitMix64.At(Seed, index, number)))];
    }

    static SampleClinic Invent(Town town, int number, SplitMix64 dice)
    {
        var slug = $"{LatinLetters.Fold(town.Name).Replace(' ', '-')}-{number}";
        return new($"sample-{LatinLetters.Fold(town.Country).Replace(' ', '-')}-{slug}", $"Sample Skin Clinic {town.Name} {number}",
            $"{Pick(Streets, ref dice)} {1 + dice.Below(99)}, {town.Place.Name}", Around(town.Position, ref dice),
            dice.NextDouble() < 0.6 ? "certified (sample)" : Dermatologist.Unknown, Pick(Hours, ref dice), town.Zone,
            Phone(town.Country, ref dice), dice.NextDouble() < 0.5 ? $"https://{slug}.sample-clinic.example/" : null);
    }

    static T Pick<T>(T[] items, ref SplitMix64 dice) => items[dice.Below(items.Length)];

    static GeoPoint Around(GeoPoint middle, ref SplitMix64 dice)
    {
        var (kilometres, direction) = (dice.Between(0.3, 6), dice.Between(0, Math.Tau));
        var (sin, cos) = Math.SinCos(direction);
        var north = kilometres * cos / KilometresPerDegree;
        var east = kilometres * sin / (KilometresPerDegree * Math.Cos(middle.Latitude * Math.PI / 180));
        return new(Math.Round(middle.Latitude + north, 4), Math.Round(middle.Longitude + east, 4));
    }

    static string? Phone(string country, ref SplitMix64 dice)
    {
        var (four, two) = (dice.Below(10_000), dice.Below(100));
        return FictionalPhones.TryGetValue(country, out var format) ? string.Format(CultureInfo.InvariantCulture, format, four, two) : null;
    }
}
