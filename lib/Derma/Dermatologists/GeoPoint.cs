namespace Derma.Dermatologists;

/// <summary>A place on the globe.</summary>
/// <param name="Latitude">Degrees, -90 to 90.</param>
/// <param name="Longitude">Degrees, -180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude);
