namespace Derma.Service;

/// <summary>A town.</summary>
/// <param name="Name">Town and country.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
public sealed record PlaceBody(string Name, double Latitude, double Longitude)
{
    internal static PlaceBody Of(Place place) => new(place.Name, place.Position.Latitude, place.Position.Longitude);
}
