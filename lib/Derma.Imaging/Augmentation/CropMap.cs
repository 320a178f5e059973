using System.Numerics;

namespace Derma.Imaging;

/// <summary>Draws a crop as a map from a pixel of the square to its place in the photo.</summary>
static class CropMap
{
    const int Tries = 10;

    public static Matrix3x2 Of(RandomResizedCrop crop, int size, ref SplitMix64 random)
    {
        var (low, high) = (Math.Log(crop.Aspect.Low), Math.Log(crop.Aspect.High));
        for (var i = 0; i < Tries; i++)
        {
            var area = size * size * random.Between(crop.Scale.Low, crop.Scale.High);
            var aspect = Math.Exp(random.Between(low, high));
            var (width, height) = ((int)Math.Round(Math.Sqrt(area * aspect)), (int)Math.Round(Math.Sqrt(area / aspect)));
            if (width < 1 || width > size || height < 1 || height > size) continue;
            return Map(random.Below(size - width + 1), random.Below(size - height + 1), width, height, size);
        }
        return Whole(crop, size);
    }

    // The largest rectangle about the middle whose aspect is in range.
    static Matrix3x2 Whole(RandomResizedCrop crop, int size)
    {
        var width = Math.Min(size, (int)Math.Round(size * crop.Aspect.High));
        var height = Math.Min(size, (int)Math.Round(size / crop.Aspect.Low));
        return Map((size - width) / 2, (size - height) / 2, width, height, size);
    }

    // Pixels have an extent: the middle of the first one is half a pixel from the edge.
    static Matrix3x2 Map(int left, int top, int width, int height, int size)
    {
        var (x, y) = ((float)width / size, (float)height / size);
        return new Matrix3x2(x, 0, 0, y, left + x / 2 - 0.5f, top + y / 2 - 0.5f);
    }
}
