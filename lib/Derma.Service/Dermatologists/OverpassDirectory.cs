using System.Net;

namespace Derma.Service;

/// <summary>Dermatologists from OpenStreetMap, by an Overpass server.</summary>
/// <param name="http">Sends the requests; its User-Agent should name the program.</param>
/// <param name="options">Address, time-out, most entries.</param>
/// <param name="time">Says what "now" is; the system's clock where null.</param>
/// <remarks>Every page asks the server again, since nothing that was asked is kept. OpenStreetMap holds no certification.</remarks>
public sealed class OverpassDirectory(HttpClient http, OverpassOptions options, TimeProvider? time = null) : IDermatologistDirectory
{
    const string Name = "OpenStreetMap's Overpass server";
    const string Source = "© OpenStreetMap contributors";

    readonly DirectoryClient client = new(http, Name, options, Refused);
    readonly LocalHours hours = new(time ?? TimeProvider.System);

    /// <inheritdoc/>
    public async Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default)
    {
        query.Check();
        var answer = await client.SendAsync<OverpassAnswer>(() => Request(query), cancellation).ConfigureAwait(false);
        if (answer.Remark?.Contains("error", StringComparison.OrdinalIgnoreCase) == true) throw new DirectoryError($"{Name} gave up ({answer.Remark.TrimEnd('.')}).");
        if (answer.Elements is null) throw new DirectoryError($"{Name} sent something that is not the JSON it documents.");
        return DermatologistPage.Of(answer.Elements.Select(element => element.Entry(query.Near, hours)).OfType<Dermatologist>(), query, Source, sampleData: false);
    }

    HttpRequestMessage Request(DermatologistQuery query) => new(HttpMethod.Post, new Uri(options.BaseAddress, "api/interpreter"))
    {
        Content = new FormUrlEncodedContent([new("data", Question(query))]),
    };

    string Question(DermatologistQuery query) => FormattableString.Invariant($"""
        [out:json][timeout:{Math.Max(1, (int)options.Timeout.TotalSeconds)}];
        nwr(around:{query.RadiusKilometres * 1000:0},{query.Near.Latitude:0.######},{query.Near.Longitude:0.######})["healthcare"~"^(doctor|clinic|centre)$"]["healthcare:speciality"~"(^|;) *dermatology *(;|$)"];
        out center tags {options.MaxEntries};
        """);

    static string? Refused(HttpStatusCode status, string body) => status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.GatewayTimeout => "more requests for now: it is busy, try again in a minute",
        HttpStatusCode.Forbidden or HttpStatusCode.NotAcceptable => "this program; ask another server",
        _ => null,
    };
}
