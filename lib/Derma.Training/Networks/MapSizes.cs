namespace Derma.Training;

/// <summary>Sizes of maps after layers that halve them.</summary>
static class MapSizes
{
    /// <summary>Padded layers of stride 2 keep the odd pixel.</summary>
    public static int HalvedUp(int size, int times) => Enumerable.Range(0, times).Aggregate(size, (s, _) => (s + 1) / 2);

    /// <summary>Pooling of 2 x 2 drops it.</summary>
    public static int HalvedDown(int size, int times) => Enumerable.Range(0, times).Aggregate(size, (s, _) => s / 2);
}
