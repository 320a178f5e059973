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

/// <summary>A rectangle of degrees.</summary>
/// <param name="Low">South-west corner; its longitude is the larger one where the rectangle crosses the date line.</param>
/// <param name="High">North-east corner.</param>
readonly record struct GeoRectangle(GeoPoint Low, GeoPoint High)
{
    const double KilometresPerDegree = GeoPoint.EarthKilometres * Math.PI / 180;

    /// <summary>The smallest one around a circle; all longitudes where the circle holds a pole.</summary>
    public static GeoRectangle Around(GeoPoint middle, double kilometres)
    {
        var north = kilometres / KilometresPerDegree;
        var (south, top) = (middle.Latitude - north, middle.Latitude + north);
        if (south <= -90 || top >= 90) return new(new(Math.Max(south, -90), -180), new(Math.Min(top, 90), 180));
        var east = Degrees(Math.Asin(Math.Sin(Radians(north)) / Math.Cos(Radians(middle.Latitude))));
        return new(new(south, Wrapped(middle.Longitude - east)), new(top, Wrapped(middle.Longitude + east)));
    }

    static double Wrapped(double longitude) => longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;

    static double Radians(double degrees) => degrees * (Math.PI / 180);

    static double Degrees(double radians) => radians * (180 / Math.PI);
}
