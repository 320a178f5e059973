using System.Globalization;
using System.Text;
using CsvHelper;

namespace Derma.Service;

/// <summary>
/// A few hundred towns (<c>data/places.csv</c>), for people who type where they are and do not want to send their position.
/// </summary>
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

    internal IEnumerable<Town> Nearest(GeoPoint point, int count) =>
        Towns.OrderBy(town => town.Place.Position.KilometresTo(point)).Take(count);

    static string[] Keys(Town town) =>
        [.. town.Names.SelectMany(name => new[] { LatinLetters.Fold(name), LatinLetters.Fold($"{name}, {town.Country}") })];

    static IEnumerable<Town> Read()
    {
        const string file = "places.csv";
        using var stream = typeof(Places).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"The library was built without {file}.");
        using var csv = CsvReader.Create(stream, CsvReaderOptions.Default, leaveOpen: false);
        csv.ReadHeader();
        while (csv.Read())
            yield return new([csv.GetString("name"), .. csv.GetString("also").Split('|', StringSplitOptions.RemoveEmptyEntries)],
                csv.GetString("country"), new GeoPoint(Degrees(csv, "latitude"), Degrees(csv, "longitude")), csv.GetString("zone"));
    }

    static double Degrees(CsvReader csv, string column) => double.Parse(csv.GetString(column), CultureInfo.InvariantCulture);
}

/// <summary>A town that a person can type.</summary>
/// <param name="Name">Town and country.</param>
/// <param name="Position">Its middle.</param>
public sealed record Place(string Name, GeoPoint Position);

/// <summary>A row of <c>data/places.csv</c>.</summary>
/// <param name="Names">The English name, then others.</param>
/// <param name="Country">In English.</param>
/// <param name="Position">Its middle, rounded to about a kilometre.</param>
/// <param name="Zone">Its time zone in the IANA's list.</param>
sealed record Town(IReadOnlyList<string> Names, string Country, GeoPoint Position, string Zone)
{
    public string Name => Names[0];

    public Place Place { get; } = new($"{Names[0]}, {Country}", Position);
}

/// <summary>Names as they are typed without accents.</summary>
static class LatinLetters
{
    // By table: without the culture data that a small installation lacks, .NET does not take letters apart.
    static readonly (string Letters, string Plain)[] Table =
    [
        ("àáâãäåāăą", "a"), ("çćč", "c"), ("ďđð", "d"), ("èéêëēėęě", "e"), ("ğģ", "g"), ("ìíîïīįıİ", "i"), ("ķ", "k"), ("ĺļľł", "l"),
        ("ñńņňŋ", "n"), ("òóôõöøōő", "o"), ("ŕř", "r"), ("śşšș", "s"), ("ťţț", "t"), ("ùúûüūůűų", "u"), ("ýÿ", "y"), ("źżž", "z"),
        ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"),
    ];

    static readonly Dictionary<char, string> Plain =
        Table.SelectMany(row => row.Letters.Where(letter => letter > 127).Select(letter => (letter, row.Plain)))
            .ToDictionary(pair => pair.letter, pair => pair.Plain);

    /// <summary>Small letters and digits without accents; whatever stands between words becomes one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant())
        {
            if (Plain.TryGetValue(letter, out var plain)) folded.Append(plain);
            else if (char.IsLetterOrDigit(letter)) folded.Append(letter);
            else if (folded.Length > 0 && folded[^1] != ' ' && !IsMark(letter)) folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    // An accent of its own, as some keyboards send it after the letter.
    static bool IsMark(char letter) => letter is '\'' or '’' or >= '\u0300' and <= '\u036F';
}
