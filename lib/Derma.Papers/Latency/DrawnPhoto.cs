using SkiaSharp;

namespace Derma.Papers;

/// <summary>
/// A drawing as a JPEG of the size of a camera's picture, for measuring how long an answer takes. Larger than drawings come, so one is cut
/// to the shape, stretched and given a sensor's grain: without it the file would be smaller, and quicker to decode, than a photo's.
/// </summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Jpeg">The file.</param>
public sealed record DrawnPhoto(int Width, int Height, ReadOnlyMemory<byte> Jpeg)
{
    const int Drawn = 256, Quality = 90, Grain = 6;

    /// <summary>Draws one.</summary>
    /// <param name="width">Pixels, no less than <paramref name="height"/>.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="label">A class of Smart Derma's 13.</param>
    /// <param name="number">Which drawing of it; an odd one, which no training has seen.</param>
    public static DrawnPhoto Of(int width = 600, int height = 450, int label = 9, long number = 1)
    {
        var rgb = new byte[Drawn * Drawn * 3];
        SyntheticSkin.Draw(new SyntheticOptions { Size = Drawn, Recipe = SyntheticSkin.Conditions13 }, label, number, rgb);
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        Stretch(rgb, bitmap.GetPixelSpan(), width, height, SplitMix64.At(label, number));
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new DrawnPhoto(width, height, jpeg.AsSpan().ToArray());
    }

    /// <summary>Size of picture and file.</summary>
    public string Text => FormattableString.Invariant($"JPEG of {Width} × {Height}, {Jpeg.Length / 1e3:0} kB");

    /// <summary>The file for the <c>src</c> of a picture.</summary>
    public string DataUri => "data:image/jpeg;base64," + Convert.ToBase64String(Jpeg.Span);

    static void Stretch(ReadOnlySpan<byte> rgb, Span<byte> rgba, int width, int height, SplitMix64 random)
    {
        var step = (Drawn - 1.0) / (width - 1);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var target = rgba.Slice((y * width + x) * 4, 4);
                var grain = random.Between(-Grain, Grain) + random.Between(-Grain, Grain);
                for (var c = 0; c < 3; c++) target[c] = (byte)Math.Clamp(Between(rgb, x * step, y * step, c) + grain, 0, 255);
                target[3] = byte.MaxValue;
            }
    }

    static double Between(ReadOnlySpan<byte> rgb, double x, double y, int channel)
    {
        var (left, top) = (Math.Min((int)x, Drawn - 2), Math.Min((int)y, Drawn - 2));
        var (right, down) = (x - left, y - top);
        var at = (top * Drawn + left) * 3 + channel;
        var upper = rgb[at] + right * (rgb[at + 3] - rgb[at]);
        var lower = rgb[at + 3 * Drawn] + right * (rgb[at + 3 * Drawn + 3] - rgb[at + 3 * Drawn]);
        return upper + down * (lower - upper);
    }
}
