using System.Globalization;
using System.Text.Json;

namespace Derma.Papers;

/// <summary>
/// Whether the finder is right (Smart Derma, section 5.4), asked from outside: every practice that it names near any town is collected, then a place
/// beside each practice is asked about and the list held against all that were collected.
/// </summary>
/// <param name="Practices">Practices collected.</param>
/// <param name="Places">Places asked about.</param>
/// <param name="Right">Of those, how many lists were right: all within the radius and no others, the nearest first, at the right distances.</param>
/// <param name="LargestDifference">Between the finder's distance and the second formula's, as a share.</param>
/// <param name="Source">Who names the practices.</param>
/// <param name="Vouched">Whether the source vouches for the certification of each; invented practices do not count.</param>
public sealed record FinderCheck(int Practices, int Places, int Right, double LargestDifference, string Source, bool Vouched)
{
    const double TownRadius = 25, Radius = 10, Aside = 0.02, Rounding = 1e-3, Metre = 1e-3;

    /// <summary>Share of the lists that were right.</summary>
    public double RightShare => Places == 0 ? 0 : Right / (double)Places;

    /// <summary>The findings.</summary>
    public HtmlView View => Tables.Of(
        ["The finder", "Found"],
        [
            ["practices named", Practices], ["places asked about, one beside a practice", Places], ["lists that were right", Right],
            ["largest difference between its distance and a second formula's", LargestDifference.ToString("0.0000 %", CultureInfo.InvariantCulture)], ["source", Source],
        ],
        string.Create(CultureInfo.InvariantCulture, $"Every list within {Radius} km, against all practices"));

    /// <summary>Asks.</summary>
    /// <param name="client">Of the service.</param>
    /// <param name="every">Every so many practices; 1 for all.</param>
    public static async Task<FinderCheck> RunAsync(ServiceClient client, int every = 1)
    {
        var known = new Dictionary<string, Practice>();
        foreach (var (latitude, longitude) in await TownsAsync(client))
            foreach (var practice in await NearAsync(client, latitude, longitude, TownRadius)) known[practice.Id] = practice;
        var (places, right, worst) = (0, 0, 0.0);
        foreach (var practice in known.Values.OrderBy(one => one.Id, StringComparer.Ordinal).Where((_, i) => i % every == 0))
        {
            var (latitude, longitude) = (practice.Latitude + Aside, practice.Longitude - Aside);
            var list = await NearAsync(client, latitude, longitude, Radius);
            worst = Math.Max(worst, list.Select(one => Difference(one, latitude, longitude)).DefaultIfEmpty().Max());
            (places, right) = (places + 1, right + (IsRight(list, [.. known.Values], latitude, longitude) ? 1 : 0));
        }
        var page = (await client.GetAsync(Query(0, 0, Radius))).Json;
        var vouched = !page.GetProperty("sampleData").GetBoolean() && known.Values.All(one => one.Certification != "unknown");
        return new FinderCheck(known.Count, places, right, worst, page.GetProperty("source").GetString()!, vouched);
    }

    /// <summary>Whether a list is the one that a look at every practice gives; which side of the radius a practice within a thousandth of it falls on is left open.</summary>
    internal static bool IsRight(IReadOnlyList<Practice> list, IReadOnlyList<Practice> all, double latitude, double longitude)
    {
        double Far(Practice one) => SphereDistance.Kilometres(latitude, longitude, one.Latitude, one.Longitude);
        var ids = list.Select(one => one.Id).ToHashSet();
        return list.All(one => Difference(one, latitude, longitude) <= Rounding && Far(one) <= Radius * (1 + Rounding))
            && list.Zip(list.Skip(1)).All(pair => pair.First.Kilometres <= pair.Second.Kilometres)
            && ids.Count == list.Count
            && all.All(one => ids.Contains(one.Id) || Far(one) >= Radius * (1 - Rounding));
    }

    static double Difference(Practice one, double latitude, double longitude)
    {
        var far = SphereDistance.Kilometres(latitude, longitude, one.Latitude, one.Longitude);
        return Math.Abs(one.Kilometres - far) / Math.Max(far, Metre);
    }

    static async Task<IReadOnlyList<(double Latitude, double Longitude)>> TownsAsync(ServiceClient client)
    {
        var towns = new HashSet<(double, double)>();
        for (var first = 'a'; first <= 'z'; first++)
            for (var second = 'a'; second <= 'z'; second++)
                foreach (var town in (await client.GetAsync($"api/places?q={first}{second}")).Json.GetProperty("items").EnumerateArray())
                    towns.Add((town.GetProperty("latitude").GetDouble(), town.GetProperty("longitude").GetDouble()));
        return [.. towns];
    }

    static async Task<IReadOnlyList<Practice>> NearAsync(ServiceClient client, double latitude, double longitude, double radius)
    {
        var found = new List<Practice>();
        for (string? next = ""; next is not null;)
        {
            var page = (await client.GetAsync(Query(latitude, longitude, radius) + (next.Length == 0 ? "" : $"&page={Uri.EscapeDataString(next)}"))).Json;
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(Practice.Of));
            next = page.GetProperty("next").GetString();
        }
        return found;
    }

    static string Query(double latitude, double longitude, double radius) =>
        string.Create(CultureInfo.InvariantCulture, $"api/dermatologists?lat={latitude:0.#####}&lon={longitude:0.#####}&radius={radius}");
}
