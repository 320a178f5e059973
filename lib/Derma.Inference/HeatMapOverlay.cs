namespace Derma.Inference;

/// <summary>
/// A photo under the heat map of its answer: the stronger a place speaks for it, the more of the map's colour, from violet over green to
/// yellow.
/// </summary>
public static class HeatMapOverlay
{
    // Of the strongest place; the photo must stay to be seen.
    const float Opacity = 0.65f;

    // Five points of the viridis scale: lighter means more, also in grey and for the colour-blind.
    static readonly (float R, float G, float B)[] Scale = [(68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37)];

    /// <summary>The overlay of a photo in its own proportions, as a JPEG file's bytes.</summary>
    /// <param name="photo">A JPEG or PNG file's bytes.</param>
    /// <param name="map">From the answer about this photo.</param>
    /// <exception cref="UserError">The bytes are no picture.</exception>
    public static byte[] OfPhoto(ReadOnlyMemory<byte> photo, HeatMapGrid map) => Of(UprightPhoto.Read(photo), map).Encode();

    /// <summary>The overlay of a decoded photo, which stays as it is.</summary>
    public static UprightPhoto Of(UprightPhoto photo, HeatMapGrid map)
    {
        var blended = photo.Rgb.ToArray();
        Blend(blended, photo.Width, photo.Height, map);
        return photo with { Rgb = blended };
    }

    /// <summary>The overlay of a square photo as networks see it, as a data URI.</summary>
    /// <param name="rgb">Size x size x 3 bytes, row-major.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="map">From the answer about this photo.</param>
    public static string OfPixels(ReadOnlySpan<byte> rgb, int size, HeatMapGrid map) =>
        Thumbnail.Of(Of(new UprightPhoto(rgb.ToArray(), size, size), map));

    static void Blend(Span<byte> rgb, int width, int height, HeatMapGrid map)
    {
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                Blend(rgb.Slice((y * width + x) * 3, 3), At(map, (x + 0.5f) / width, (y + 0.5f) / height));
    }

    static void Blend(Span<byte> pixel, float value)
    {
        var (red, green, blue) = Colour(value);
        var share = Opacity * value;
        pixel[0] = (byte)MathF.Round(pixel[0] + share * (red - pixel[0]));
        pixel[1] = (byte)MathF.Round(pixel[1] + share * (green - pixel[1]));
        pixel[2] = (byte)MathF.Round(pixel[2] + share * (blue - pixel[2]));
    }

    /// <summary>
    /// Bilinear between the middles of cells; <paramref name="x"/> and <paramref name="y"/> are in [0, 1] over the photo.
    /// </summary>
    public static float At(HeatMapGrid map, float x, float y)
    {
        var (left, right, across) = Between(x, map.Width);
        var (above, below, down) = Between(y, map.Height);
        float Cell(int column, int row) => map.Values[row * map.Width + column];
        var value = Bilinear.Between(Cell(left, above), Cell(right, above), Cell(left, below), Cell(right, below), across, down);
        return Math.Clamp(value, 0, 1);
    }

    static (int Low, int High, float Share) Between(float at, int cells)
    {
        var place = Math.Clamp(at * cells - 0.5f, 0, cells - 1);
        return ((int)place, Math.Min((int)place + 1, cells - 1), place - (int)place);
    }

    static (float R, float G, float B) Colour(float value)
    {
        var place = value * (Scale.Length - 1);
        var (low, high) = (Scale[(int)place], Scale[Math.Min((int)place + 1, Scale.Length - 1)]);
        var share = place - (int)place;
        return (float.Lerp(low.R, high.R, share), float.Lerp(low.G, high.G, share), float.Lerp(low.B, high.B, share));
    }
}

/// <summary>
/// Which parts of a photo speak for the answer: a coarse grid over the upright, square-stretched photo, 0 where nothing does, 1 where most
/// does.
/// </summary>
/// <param name="Width">Cells in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Row-major, Width x Height values in [0, 1].</param>
/// <param name="Exact">Whether it is an exact class activation map (linear head) or Grad-CAM.</param>
public sealed record HeatMapGrid(int Width, int Height, IReadOnlyList<float> Values, bool Exact);
