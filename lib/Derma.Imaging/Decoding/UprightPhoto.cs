using SkiaSharp;

namespace Derma.Imaging;

/// <summary>A photo for people: upright, in its own proportions, on white where it was transparent, without metadata.</summary>
/// <param name="Rgb">Width x height x 3 bytes, row-major.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record UprightPhoto(byte[] Rgb, int Width, int Height)
{
    /// <summary>Longer side of a photo on a page or in a report, in pixels: about 300 a printed inch.</summary>
    public const int PageSize = 800;

    const int Quality = 85;

    /// <summary>Decodes a JPEG or PNG file's bytes.</summary>
    /// <param name="photo">The file.</param>
    /// <param name="longerSide">Pixels of the longer side; smaller photos keep their size.</param>
    /// <exception cref="UserError">The photo cannot be used.</exception>
    public static UprightPhoto Read(ReadOnlyMemory<byte> photo, int longerSide = PageSize)
    {
        if (!OpenedPhoto.TryOpen(photo, out var opened, out var problem)) throw Unusable(problem);
        using (opened)
        {
            if (!opened.TryDecodeInShape(longerSide, out var decoded, out problem)) throw Unusable(problem);
            var scale = Math.Min(1, (double)longerSide / Math.Max(opened.Width, opened.Height));
            using (decoded) return decoded.InShape(Scaled(opened.Width, scale), Scaled(opened.Height, scale));
        }
    }

    /// <summary>A JPEG file's bytes.</summary>
    public byte[] Encode()
    {
        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var target = bitmap.GetPixelSpan();
        for (var pixel = 0; pixel < Width * Height; pixel++)
        {
            Rgb.AsSpan(pixel * 3, 3).CopyTo(target[(pixel * 4)..]);
            target[pixel * 4 + 3] = byte.MaxValue;
        }
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg.ToArray();
    }

    static int Scaled(int side, double scale) => Math.Max(1, (int)Math.Round(side * scale));

    static UserError Unusable(PhotoProblem problem) => new($"The photo {problem.Reason}.");
}

/// <summary>Photos as small JPEGs inside the page.</summary>
public static class Thumbnail
{
    /// <summary>Width and height of a photo that stands alone, in pixels.</summary>
    public const int Large = 160;

    /// <summary>Width and height of one photo among many, in pixels.</summary>
    public const int Small = 112;

    /// <summary>A photo as networks see it, square, as a data URI.</summary>
    /// <exception cref="UserError">The photo cannot be read.</exception>
    public static string OfFile(string path, int size)
    {
        var rgb = new byte[size * size * 3];
        PhotoDecoder.Decode(path, size, rgb);
        return Of(new UprightPhoto(rgb, size, size));
    }

    /// <summary>RGB pixels, row-major, as a data URI.</summary>
    public static string OfPixels(ReadOnlySpan<byte> rgb, int size) => Of(new UprightPhoto(rgb.ToArray(), size, size));

    /// <summary>Pixels between 0 and 1 as a data URI.</summary>
    public static string OfPixels(ReadOnlySpan<float> rgb, int size)
    {
        var bytes = new byte[rgb.Length];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)Math.Round(Math.Clamp(rgb[i], 0f, 1f) * 255);
        return Of(new UprightPhoto(bytes, size, size));
    }

    /// <summary>A decoded photo as a data URI.</summary>
    public static string Of(UprightPhoto photo) => "data:image/jpeg;base64," + Convert.ToBase64String(photo.Encode());
}
