using System.Runtime.InteropServices;
using SkiaSharp;

namespace Standins.Tests.SkiaSharp;

/// <summary>Small pictures to encode and decode.</summary>
static class Samples
{
    public const byte Alpha = 128;

    /// <summary>Whether this build tests the stand-in, or the package itself.</summary>
    public static bool IsStandIn => File.Exists(Path.Combine(RepositoryPaths.Root, "artifacts", "bin", "SkiaSharp", new DirectoryInfo(AppContext.BaseDirectory).Name, "SkiaSharp.dll"));

    /// <summary>Red grows to the right, green downwards, blue stays.</summary>
    public static byte[] Ramp(SKEncodedImageFormat format, int width, int height, SKAlphaType alpha = SKAlphaType.Opaque)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, alpha);
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < width * height; i++)
        {
            byte[] pixel = [Red(i % width, width), Red(i / width, height), 90, alpha == SKAlphaType.Opaque ? (byte)255 : Alpha];
            pixel.CopyTo(pixels[(i * 4)..]);
        }
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    public static byte Red(int x, int width) => (byte)(255 * x / (width - 1));

    /// <summary>Decodes to RGBA with straight alpha, as wide and high as asked.</summary>
    public static (SKCodecResult Result, byte[] Pixels) Decode(SKCodec codec, int width, int height, SKAlphaType alpha = SKAlphaType.Unpremul)
    {
        var pixels = new byte[width * height * 4];
        using var pinned = new PinnedGCHandle<byte[]>(pixels);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(pixels, 0);
        return (codec.GetPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, alpha), address), pixels);
    }
}
