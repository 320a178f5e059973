namespace Derma.Service;

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
