namespace Derma.Papers;

/// <summary>
/// Great-circle distances by the angle between two directions from the Earth's middle: another formula than the finder's, to hold it against.
/// </summary>
static class SphereDistance
{
    const double EarthKilometres = 6_371;

    public static double Kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (a, b) = (Direction(latitude, longitude), Direction(otherLatitude, otherLongitude));
        var across = (X: a.Y * b.Z - a.Z * b.Y, Y: a.Z * b.X - a.X * b.Z, Z: a.X * b.Y - a.Y * b.X);
        return EarthKilometres * Math.Atan2(Math.Sqrt(across.X * across.X + across.Y * across.Y + across.Z * across.Z), a.X * b.X + a.Y * b.Y + a.Z * b.Z);
    }

    static (double X, double Y, double Z) Direction(double latitude, double longitude)
    {
        var ((sinNorth, cosNorth), (sinEast, cosEast)) = (Math.SinCos(latitude * Math.PI / 180), Math.SinCos(longitude * Math.PI / 180));
        return (cosNorth * cosEast, cosNorth * sinEast, sinNorth);
    }
}
