namespace Derma.Service;

/// <summary>Towns that fit a typed name.</summary>
/// <param name="Items">The best first.</param>
public sealed record PlacesBody(IReadOnlyList<PlaceBody> Items)
{
    internal static PlacesBody Of(IReadOnlyList<Place> places) => new([.. places.Select(PlaceBody.Of)]);
}
