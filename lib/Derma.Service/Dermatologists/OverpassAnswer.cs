namespace Derma.Service;

/// <summary>What an Overpass server sends for <c>out center tags</c>; nearly everything may be missing.</summary>
/// <param name="Elements">Nodes have a position, ways and relations a centre.</param>
/// <param name="Remark">Errors come with status 200 and this.</param>
sealed record OverpassAnswer(IReadOnlyList<OverpassAnswer.Element>? Elements, string? Remark)
{
    internal sealed record Element(string? Type, long Id, double? Lat, double? Lon, Centre? Center, IReadOnlyDictionary<string, string>? Tags)
    {
        /// <summary>Null for what cannot be shown on a map.</summary>
        public Dermatologist? Entry(GeoPoint near, LocalHours hours)
        {
            if ((Lat ?? Center?.Lat) is not { } latitude || (Lon ?? Center?.Lon) is not { } longitude) return null;
            var position = new GeoPoint(latitude, longitude);
            return new($"{Type}/{Id}", Tag("name") ?? Tag("operator") ?? "Dermatologist without a name", Address(), position, near.KilometresTo(position),
                Dermatologist.Unknown, hours.IsOpen(Tag("opening_hours"), position), Tag("phone") ?? Tag("contact:phone"), WebLink.OrNull(Tag("website") ?? Tag("contact:website")));
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
