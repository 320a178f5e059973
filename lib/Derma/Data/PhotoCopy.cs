using System.Buffers;
using SkiaSharp;

namespace Derma.Data;

/// <summary>A small copy of a photo for people: upright, in its own proportions, on white where it is transparent, re-encoded without metadata.</summary>
public static class PhotoCopy
{
    const int Quality = 85;

    /// <summary>Width and height as the file's header states them, before any turning; zeros where it is no photo.</summary>
    /// <param name="photo">A JPEG or PNG file's bytes.</param>
    public static (int Width, int Height) ClaimedSize(ReadOnlySpan<byte> photo)
    {
        using var data = SKData.CreateCopy(photo);
        using var codec = SKCodec.Create(data);
        return codec is null ? (0, 0) : (codec.Info.Width, codec.Info.Height);
    }

    /// <summary>Makes the copy.</summary>
    /// <param name="photo">A JPEG or PNG file's bytes.</param>
    /// <param name="longerSide">Pixels of the copy's longer side; smaller photos keep their size.</param>
    /// <returns>A JPEG file's bytes.</returns>
    /// <exception cref="UserError">The photo cannot be used.</exception>
    public static byte[] Make(ReadOnlySpan<byte> photo, int longerSide)
    {
        using var data = SKData.CreateCopy(photo);
        using var codec = SKCodec.Create(data) ?? throw new UserError("The photo is not a JPEG or PNG picture.");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > PhotoDecoder.MaxPixels) throw new UserError($"The photo claims {width} x {height} pixels, more than this program decodes.");
        var scale = Math.Min(1, (double)longerSide / Math.Max(width, height));
        var (small, tall) = (Scaled(width, scale), Scaled(height, scale));
        var rgb = Shrunk(codec, scale, small, tall);
        return Orientation.Swaps(codec.EncodedOrigin)
            ? Encode(Orientation.Upright(codec.EncodedOrigin, rgb, small, tall), tall, small)
            : Encode(Orientation.Upright(codec.EncodedOrigin, rgb, small, tall), small, tall);
    }

    /// <summary>Encodes RGB pixels, row-major, as a JPEG.</summary>
    internal static byte[] Encode(ReadOnlySpan<byte> rgb, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var target = bitmap.GetPixelSpan();
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            rgb.Slice(pixel * 3, 3).CopyTo(target[(pixel * 4)..]);
            target[pixel * 4 + 3] = byte.MaxValue;
        }
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg.ToArray();
    }

    static int Scaled(int side, double scale) => Math.Max(1, (int)Math.Round(side * scale));

    static unsafe byte[] Shrunk(SKCodec codec, double scale, int width, int height)
    {
        var decoded = codec.GetScaledDimensions((float)Math.Ceiling(scale * 8) / 8);
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var info = new SKImageInfo(decoded.Width, decoded.Height, SKColorType.Rgba8888, alpha);
        var rented = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        try
        {
            var pixels = rented.AsSpan(0, info.BytesSize);
            fixed (byte* target = pixels)
                if (codec.GetPixels(info, (IntPtr)target) != SKCodecResult.Success) throw new UserError("The photo is damaged or cut short.");
            if (alpha == SKAlphaType.Premul) PutOnWhite(pixels);
            var rgb = new byte[width * height * 3];
            Resizer.Resize(pixels, info.Width, info.Height, rgb, width, height);
            return rgb;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    // Colours come multiplied by their alpha, so white adds what is left.
    static void PutOnWhite(Span<byte> rgba)
    {
        for (var i = 0; i < rgba.Length; i += 4)
            for (var c = 0; c < 3; c++)
                rgba[i + c] += (byte)(255 - rgba[i + 3]);
    }
}
