namespace Derma.Service.Tests;

public class GeoPointTests
{
    const double EarthKilometres = 6371.0088;

    [Theory]
    [InlineData(45.7597, 4.8422, 48.8567, 2.3508, 392.2172595594006)] // Lyon to Paris, from the documentation of Python's haversine package
    [InlineData(0, 0, 0, 90, 10007.557221)] // a quarter of the equator: pi / 2 x 6371.0088
    [InlineData(0, 0, 0, 180, 20015.114442)] // half way round
    [InlineData(90, 0, -90, 77, 20015.114442)] // pole to pole, whatever the longitude
    [InlineData(0, 179.5, 0, -179.5, 111.195080)] // one degree, across the date line
    [InlineData(12, 34, 12, 34, 0)]
    public void Distances_are_those_worked_out_elsewhere(double latitude, double longitude, double otherLatitude, double otherLongitude, double kilometres) =>
        Assert.Equal(kilometres, new GeoPoint(latitude, longitude).KilometresTo(new GeoPoint(otherLatitude, otherLongitude)), 5);

    [Fact]
    public void They_are_the_angles_between_vectors()
    {
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var (a, b) = (Anywhere(random), Anywhere(random));
            var angle = Math.Acos(Math.Clamp(Vector(a).Zip(Vector(b), (x, y) => x * y).Sum(), -1, 1));
            Assert.Equal(EarthKilometres * angle, a.KilometresTo(b), 3);
            Assert.Equal(a.KilometresTo(b), b.KilometresTo(a), 9);
        }
    }

    static GeoPoint Anywhere(Random random) => new(random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180);

    static double[] Vector(GeoPoint point)
    {
        var (latitude, longitude) = (point.Latitude * Math.PI / 180, point.Longitude * Math.PI / 180);
        return [Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude)];
    }
}
