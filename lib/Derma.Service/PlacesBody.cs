namespace Derma.Service;

/// <summary>Towns that fit a typed name.</summary>
/// <param name="Items">The best first.</param>
sealed record PlacesBody(IReadOnlyList<PlaceBody> Items)
{
    public static PlacesBody Of(IReadOnlyList<Place> places) => new([.. places.Select(PlaceBody.Of)]);
}
