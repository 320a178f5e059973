namespace Derma.Service;

/// <summary>A place on the globe.</summary>
/// <param name="Latitude">Degrees, -90 to 90.</param>
/// <param name="Longitude">Degrees, -180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    // The mean radius of the Earth (IUGG).
    internal const double EarthKilometres = 6371.0088;

    /// <summary>Great-circle distance in kilometres by the haversine formula: right within 0.6 %, since the Earth is no ball.</summary>
    public double KilometresTo(GeoPoint other)
    {
        var (north, east) = (Sine(other.Latitude - Latitude), Sine(other.Longitude - Longitude));
        var h = north * north + Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * east * east;
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    static double Sine(double degrees) => Math.Sin(Radians(degrees) / 2);

    static double Radians(double degrees) => degrees * (Math.PI / 180);
}
