namespace Derma.Imaging;

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
