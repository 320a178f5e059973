namespace Derma.Papers.Tests;

public class HeatMapTests
{
    const double Tolerance = 1e-3;

    public static IEnumerable<object[]> Cases => from name in Networks.Names from size in new[] { 96, 200 } select new object[] { name, size };

    public static TheoryData<int> AttemptNumbers => [.. Enumerable.Range(1, 10)];

    [Theory, MemberData(nameof(Cases))]
    public void A_networks_map_is_that_of_its_gradients(string network, int size)
    {
        using var model = Exports.Filled(network);
        AssertSame(model, size);
    }

    [Theory, MemberData(nameof(AttemptNumbers))]
    public void An_attempts_map_is_that_of_its_gradients(int attempt)
    {
        using var model = Exports.Filled(new PaperCnn(Attempts.All[attempt - 1].NetworkFor(22, 200)));
        AssertSame(model, 200);
    }

    static void AssertSame(Classifier model, int size)
    {
        var photos = Exports.Photos(2, size);
        var outputs = Exports.Run(model, photos, size);
        int[] classes = [.. outputs["probabilities"].Chunk(model.Classes).Select(row => Array.IndexOf(row, row.Max()))];
        var (map, mapSize) = GradCam.Of(model, photos, size, classes);
        Assert.Equal(2 * mapSize * mapSize, outputs["heatmap"].Length);
        Exports.AssertNear(map.Select(value => (double)value), outputs["heatmap"], Tolerance);
        Assert.All(outputs["heatmap"].Chunk(mapSize * mapSize), one => Assert.True(one.Max() is 1 or 0));
    }
}
