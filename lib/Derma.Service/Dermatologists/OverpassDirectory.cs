using System.Net;

namespace Derma.Service;

/// <summary>How an Overpass server is asked.</summary>
public sealed record OverpassOptions : DirectoryOptions
{
    /// <summary>The server; the public one is for light use, anybody can run another.</summary>
    public Uri BaseAddress { get; init; } = new("https://overpass-api.de/");

    /// <summary>Entries that the server may send at most.</summary>
    public int MaxEntries { get; init; } = 300;
}

/// <summary>Dermatologists from OpenStreetMap, by an Overpass server.</summary>
/// <param name="options">Address, time-out, most entries.</param>
/// <param name="time">Says what "now" is; the system's clock where null.</param>
/// <remarks>Every page asks the server again, since nothing that was asked is kept. OpenStreetMap holds no certification.</remarks>
public sealed class OverpassDirectory(OverpassOptions options, TimeProvider? time = null) : IDermatologistDirectory
{
    const string Name = "OpenStreetMap's Overpass server";
    const string Source = "© OpenStreetMap contributors";

    readonly DirectoryClient client = new(Name, options, Refused);
    readonly LocalHours hours = new(time ?? TimeProvider.System);

    /// <inheritdoc/>
    public async Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default)
    {
        query.Check();
        using var request = Request(query);
        var answer = await client.SendAsync<OverpassAnswer>(request, cancellation).ConfigureAwait(false);
        if (answer.Remark?.Contains("error", StringComparison.OrdinalIgnoreCase) == true)
            throw new DirectoryError($"{Name} gave up ({answer.Remark.TrimEnd('.')}).");
        if (answer.Elements is null) throw new DirectoryError($"{Name} sent something that is not the JSON it documents.");
        var found = answer.Elements.Select(element => element.Entry(query.Near, hours)).OfType<Dermatologist>();
        return DermatologistPage.Of(found, query, Source, sampleData: false);
    }

    HttpRequestMessage Request(DermatologistQuery query) => new(HttpMethod.Post, new Uri(options.BaseAddress, "api/interpreter"))
    {
        Content = new FormUrlEncodedContent([new("data", Question(query))]),
    };

    const string Dermatology = """["healthcare"~"^(doctor|clinic|centre)$"]["healthcare:speciality"~"(^|;) *dermatology *(;|$)"]""";

    string Question(DermatologistQuery query) => FormattableString.Invariant($"""
        [out:json][timeout:{Math.Max(1, (int)options.Timeout.TotalSeconds)}];
        nwr(around:{query.RadiusKilometres * 1000:0},{query.Near.Latitude:0.######},{query.Near.Longitude:0.######}){Dermatology};
        out center tags {options.MaxEntries};
        """);

    static string? Refused(HttpStatusCode status, string body) => status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.GatewayTimeout => "more requests for now: it is busy, try again in a minute",
        HttpStatusCode.Forbidden or HttpStatusCode.NotAcceptable => "this program; ask another server",
        _ => null,
    };
}

/// <summary>What an Overpass server sends for <c>out center tags</c>; nearly everything may be missing.</summary>
/// <param name="Elements">Nodes have a position, ways and relations a centre.</param>
/// <param name="Remark">Errors come with status 200 and this.</param>
sealed record OverpassAnswer(IReadOnlyList<OverpassAnswer.Element>? Elements, string? Remark)
{
    internal sealed record Element(
        string? Type, long Id, double? Lat, double? Lon, Centre? Center, IReadOnlyDictionary<string, string>? Tags)
    {
        /// <summary>Null for what cannot be shown on a map.</summary>
        public Dermatologist? Entry(GeoPoint near, LocalHours hours)
        {
            if ((Lat ?? Center?.Lat) is not { } latitude || (Lon ?? Center?.Lon) is not { } longitude) return null;
            var position = new GeoPoint(latitude, longitude);
            return new(
                $"{Type}/{Id}", Tag("name") ?? Tag("operator") ?? "Dermatologist without a name", Address(), position,
                near.KilometresTo(position), Dermatologist.Unknown, hours.IsOpen(Tag("opening_hours"), position),
                Tag("phone") ?? Tag("contact:phone"), WebLink.OrNull(Tag("website") ?? Tag("contact:website")));
        }

        string Address()
        {
            var parts = new[] { Joined("addr:street", "addr:housenumber"), Joined("addr:postcode", "addr:city") };
            return string.Join(", ", parts.Where(part => part.Length > 0));
        }

        string Joined(params string[] keys) => string.Join(' ', keys.Select(Tag).OfType<string>());

        string? Tag(string key) => Tags?.GetValueOrDefault(key) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    internal sealed record Centre(double? Lat, double? Lon);
}
