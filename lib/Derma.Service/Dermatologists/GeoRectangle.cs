namespace Derma.Service;

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
