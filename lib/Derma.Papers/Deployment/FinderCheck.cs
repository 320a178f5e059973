namespace Derma.Papers;

/// <summary>
/// Whether the finder is right (Smart Derma, section 5.4), asked from outside: every practice that it names near any town is collected,
/// then a place beside each practice is asked about and the list held against all that were collected.
/// </summary>
/// <param name="Practices">Practices collected.</param>
/// <param name="Places">Places asked about.</param>
/// <param name="Right">Of those, how many lists were right: all within the radius and no others, the nearest first, at the right
/// distances.</param>
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
            ["largest difference between its distance and a second formula's", Numbers.Text(LargestDifference, "0.0000 %")],
            ["source", Source],
        ],
        FormattableString.Invariant($"Every list within {Radius} km, against all practices"));

    /// <summary>Asks.</summary>
    /// <param name="client">Of the service.</param>
    /// <param name="every">Every so many practices; 1 for all.</param>
    public static async Task<FinderCheck> RunAsync(ServiceClient client, int every = 1)
    {
        var known = new Dictionary<string, DermatologistBody>();
        foreach (var town in await TownsAsync(client))
            foreach (var practice in await NearAsync(client, town.Latitude, town.Longitude, TownRadius)) known[practice.Id] = practice;
        var (places, right, worst) = (0, 0, 0.0);
        foreach (var practice in known.Values.OrderBy(one => one.Id, StringComparer.Ordinal).Where((_, i) => i % every == 0))
        {
            var (latitude, longitude) = (practice.Latitude + Aside, practice.Longitude - Aside);
            var list = await NearAsync(client, latitude, longitude, Radius);
            worst = Math.Max(worst, list.Select(one => Difference(one, latitude, longitude)).DefaultIfEmpty().Max());
            (places, right) = (places + 1, right + (IsRight(list, [.. known.Values], latitude, longitude) ? 1 : 0));
        }
        var page = (await client.GetAsync(Query(0, 0, Radius))).Read<DermatologistsBody>();
        var vouched = !page.SampleData && known.Values.All(one => one.Certification != "unknown");
        return new FinderCheck(known.Count, places, right, worst, page.Source, vouched);
    }

    /// <summary>
    /// Whether a list is the one that a look at every practice gives; which side of the radius a practice within a thousandth of it falls
    /// on is left open.
    /// </summary>
    internal static bool IsRight(
        IReadOnlyList<DermatologistBody> list, IReadOnlyList<DermatologistBody> all, double latitude, double longitude)
    {
        double Far(DermatologistBody one) => SphereDistance.Kilometres(latitude, longitude, one.Latitude, one.Longitude);
        var ids = list.Select(one => one.Id).ToHashSet();
        return list.All(one => Difference(one, latitude, longitude) <= Rounding && Far(one) <= Radius * (1 + Rounding))
            && list.Zip(list.Skip(1)).All(pair => pair.First.Kilometres <= pair.Second.Kilometres)
            && ids.Count == list.Count
            && all.All(one => ids.Contains(one.Id) || Far(one) >= Radius * (1 - Rounding));
    }

    static double Difference(DermatologistBody one, double latitude, double longitude)
    {
        var far = SphereDistance.Kilometres(latitude, longitude, one.Latitude, one.Longitude);
        return Math.Abs(one.Kilometres - far) / Math.Max(far, Metre);
    }

    static async Task<IReadOnlyList<PlaceBody>> TownsAsync(ServiceClient client)
    {
        var towns = new HashSet<PlaceBody>();
        for (var first = 'a'; first <= 'z'; first++)
            for (var second = 'a'; second <= 'z'; second++)
                towns.UnionWith((await client.GetAsync($"api/places?q={first}{second}")).Read<PlacesBody>().Items);
        return [.. towns];
    }

    static async Task<IReadOnlyList<DermatologistBody>> NearAsync(ServiceClient client, double latitude, double longitude, double radius)
    {
        var found = new List<DermatologistBody>();
        for (string? next = ""; next is not null;)
        {
            var query = Query(latitude, longitude, radius) + (next.Length == 0 ? "" : $"&page={Uri.EscapeDataString(next)}");
            var page = (await client.GetAsync(query)).Read<DermatologistsBody>();
            found.AddRange(page.Items);
            next = page.Next;
        }
        return found;
    }

    static string Query(double latitude, double longitude, double radius) =>
        FormattableString.Invariant($"api/dermatologists?lat={latitude:0.#####}&lon={longitude:0.#####}&radius={radius}");
}

/// <summary>
/// Great-circle distances by the angle between two directions from the Earth's middle: another formula than the finder's, to hold it
/// against.
/// </summary>
static class SphereDistance
{
    const double EarthKilometres = 6_371;

    public static double Kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (a, b) = (Direction(latitude, longitude), Direction(otherLatitude, otherLongitude));
        var across = (X: a.Y * b.Z - a.Z * b.Y, Y: a.Z * b.X - a.X * b.Z, Z: a.X * b.Y - a.Y * b.X);
        return EarthKilometres * Math.Atan2(Math.Sqrt(across.X * across.X + across.Y * across.Y + across.Z * across.Z),
            a.X * b.X + a.Y * b.Y + a.Z * b.Z);
    }

    static (double X, double Y, double Z) Direction(double latitude, double longitude)
    {
        var ((sinNorth, cosNorth), (sinEast, cosEast)) = (Math.SinCos(latitude * Math.PI / 180), Math.SinCos(longitude * Math.PI / 180));
        return (cosNorth * cosEast, cosNorth * sinEast, sinNorth);
    }
}
