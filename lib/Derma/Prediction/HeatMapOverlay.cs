using Derma.Data;

namespace Derma.Prediction;

/// <summary>Lays a heat map over its photo.</summary>
public static class HeatMapOverlay
{
    /// <summary>Share of the colour where the map is 1.</summary>
    const float Strength = 0.65f;

    /// <summary>From nothing over yellow to red: steps of the scale, each a colour in [0, 255].</summary>
    static readonly (float R, float G, float B)[] scale = [(255, 255, 178), (254, 204, 92), (253, 141, 60), (240, 59, 32), (189, 0, 38)];

    /// <summary>The photo with the map over it: size x size x 3 bytes. Where the map is 0, the photo is as it was.</summary>
    /// <param name="photo">The prepared photo.</param>
    /// <param name="map">Its map; the grid is interpolated.</param>
    public static byte[] Paint(PreparedPhoto photo, HeatMapGrid map)
    {
        var (down, along) = (new ResizeKernel(map.Height, photo.Size), new ResizeKernel(map.Width, photo.Size));
        var painted = new byte[photo.Rgb.Length];
        for (var y = 0; y < photo.Size; y++)
            for (var x = 0; x < photo.Size; x++)
            {
                var at = (y * photo.Size + x) * 3;
                Mix(photo.Rgb.AsSpan(at, 3), Value(map, down, along, x, y), painted.AsSpan(at, 3));
            }
        return painted;
    }

    static float Value(HeatMapGrid map, ResizeKernel down, ResizeKernel along, int x, int y)
    {
        ReadOnlySpan<float> rows = down.Weights(y), columns = along.Weights(x);
        var sum = 0f;
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < columns.Length; j++) sum += rows[i] * columns[j] * map.Values[(down.Start(y) + i) * map.Width + along.Start(x) + j];
        return sum;
    }

    static void Mix(ReadOnlySpan<byte> pixel, float value, Span<byte> target)
    {
        var place = Math.Clamp(value, 0, 1) * (scale.Length - 1);
        var (low, share) = (Math.Min((int)place, scale.Length - 2), Strength * Math.Clamp(value, 0, 1));
        var (from, to, between) = (scale[low], scale[low + 1], place - low);
        target[0] = Mixed(pixel[0], from.R + (to.R - from.R) * between, share);
        target[1] = Mixed(pixel[1], from.G + (to.G - from.G) * between, share);
        target[2] = Mixed(pixel[2], from.B + (to.B - from.B) * between, share);
    }

    static byte Mixed(byte pixel, float colour, float share) => (byte)MathF.Round(pixel + (colour - pixel) * share);
}
