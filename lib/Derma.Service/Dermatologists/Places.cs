using System.Globalization;
using CsvHelper;

namespace Derma.Service;

/// <summary>A few hundred towns (<c>data/places.csv</c>), for people who type where they are and do not want to send their position.</summary>
public sealed class Places
{
    const int AtMost = 10;

    readonly (string[] Keys, Place Place)[] byKeys;

    Places(IReadOnlyList<Town> towns)
    {
        Towns = towns;
        byKeys = [.. towns.Select(town => (Keys(town), town.Place))];
    }

    /// <summary>Those that come with the library.</summary>
    public static Places Default { get; } = new([.. Read()]);

    internal IReadOnlyList<Town> Towns { get; }

    /// <summary>Towns whose name begins with a text, those of exactly that name first, at most ten.</summary>
    /// <param name="text">A part of a name, with or without the country; case and accents do not matter.</param>
    public IReadOnlyList<Place> Find(string text)
    {
        var wanted = LatinLetters.Fold(text);
        if (wanted.Length == 0) return [];
        return [.. byKeys.Where(town => town.Keys.Any(key => key.StartsWith(wanted, StringComparison.Ordinal)))
            .OrderByDescending(town => town.Keys.Contains(wanted)).Select(town => town.Place).Take(AtMost)];
    }

    internal IEnumerable<Town> Nearest(GeoPoint point, int count) => Towns.OrderBy(town => town.Place.Position.KilometresTo(point)).Take(count);

    static string[] Keys(Town town) => [.. town.Names.SelectMany(name => new[] { LatinLetters.Fold(name), LatinLetters.Fold($"{name}, {town.Country}") })];

    static IEnumerable<Town> Read()
    {
        const string file = "places.csv";
        using var stream = typeof(Places).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException($"The library was built without {file}.");
        using var csv = CsvReader.Create(stream, CsvReaderOptions.Default, leaveOpen: false);
        csv.ReadHeader();
        while (csv.Read())
            yield return new([csv.GetString("name"), .. csv.GetString("also").Split('|', StringSplitOptions.RemoveEmptyEntries)], csv.GetString("country"),
                new GeoPoint(Degrees(csv, "latitude"), Degrees(csv, "longitude")), csv.GetString("zone"));
    }

    static double Degrees(CsvReader csv, string column) => double.Parse(csv.GetString(column), CultureInfo.InvariantCulture);
}
