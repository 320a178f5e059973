namespace Derma.Service;

/// <summary>A town that a person can type.</summary>
/// <param name="Name">Town and country.</param>
/// <param name="Position">Its middle.</param>
public sealed record Place(string Name, GeoPoint Position);
