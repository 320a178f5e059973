using SkiaSharp;

namespace Standins.Tests.SkiaSharp;

public class EncodingTests
{
    static readonly SKImageInfo Info = new(8, 6, SKColorType.Rgba8888, SKAlphaType.Opaque);

    static SKBitmap Plain(byte red, byte green, byte blue)
    {
        var bitmap = new SKBitmap(Info);
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i += 4) (pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]) = (red, green, blue, 255);
        return bitmap;
    }

    [Fact]
    public void A_jpeg_of_one_colour_comes_back_within_two_levels()
    {
        using var bitmap = Plain(200, 100, 50);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        using var decoded = SKBitmap.Decode(jpeg.ToArray());
        Assert.Equal((8, 6), (decoded.Width, decoded.Height));
        var pixel = decoded.GetPixelSpan()[..4].ToArray();
        Assert.All(new byte[] { 50, 100, 200, 255 }.Zip(pixel), p => Assert.InRange(p.Second - p.First, -2, 2));
    }

    [Fact]
    public void A_png_comes_back_exactly_as_the_platforms_bgra()
    {
        using var bitmap = Plain(1, 2, 3);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var decoded = SKBitmap.Decode(png.ToArray());
        Assert.Equal(SKColorType.Bgra8888, decoded.ColorType);
        Assert.Equal(new byte[] { 3, 2, 1, 255 }, decoded.GetPixelSpan()[..4].ToArray());
    }

    [Fact]
    public void Bytes_that_are_no_image_are_refused() =>
        Assert.Throws<ArgumentNullException>(() => SKBitmap.Decode("not an image at all"u8.ToArray()));
}
