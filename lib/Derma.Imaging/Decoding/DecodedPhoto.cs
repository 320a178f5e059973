using System.Buffers;
using SkiaSharp;

namespace Derma.Imaging;

/// <summary>
/// Pixels of a photo as stored, possibly scaled down while decoding, on white where it was transparent. Holds rented memory until disposed.
/// </summary>
public sealed class DecodedPhoto : IDisposable
{
    readonly byte[] rented;
    readonly SKImageInfo info;
    readonly SKEncodedOrigin origin;

    DecodedPhoto(SKImageInfo info, SKEncodedOrigin origin) =>
        (rented, this.info, this.origin) = (ArrayPool<byte>.Shared.Rent(info.BytesSize), info, origin);

    /// <summary>The shorter side in pixels.</summary>
    public int Shorter => Math.Min(info.Width, info.Height);

    /// <summary>Decodes; null where that fails.</summary>
    public static unsafe DecodedPhoto? Of(SKCodec codec, SKImageInfo info, SKEncodedOrigin origin, out SKCodecResult result)
    {
        var photo = new DecodedPhoto(info, origin);
        fixed (byte* target = photo.rented) result = codec.GetPixels(info, (IntPtr)target);
        if (result != SKCodecResult.Success)
        {
            photo.Dispose();
            return null;
        }
        if (info.AlphaType != SKAlphaType.Opaque) PutOnWhite(photo.Pixels);
        return photo;
    }

    /// <summary>The photo as a square of RGB bytes, upright.</summary>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="rgb">Receives size x size x 3 bytes, row-major.</param>
    public void Square(int size, Span<byte> rgb)
    {
        Resizer.Resize(Pixels, info.Width, info.Height, rgb, size);
        Orientation.Apply(origin, rgb, size);
    }

    /// <summary>The photo in its own proportions as RGB bytes, upright.</summary>
    /// <param name="width">Width in pixels as stored; the result's height where the photo lies on its side.</param>
    /// <param name="height">Height in pixels as stored.</param>
    public UprightPhoto InShape(int width, int height)
    {
        var rgb = new byte[width * height * 3];
        Resizer.Resize(Pixels, info.Width, info.Height, rgb, width, height);
        rgb = Orientation.Upright(origin, rgb, width, height);
        return Orientation.Swaps(origin) ? new UprightPhoto(rgb, height, width) : new UprightPhoto(rgb, width, height);
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(rented);

    Span<byte> Pixels => rented.AsSpan(0, info.BytesSize);

    static void PutOnWhite(Span<byte> rgba)
    {
        for (var i = 0; i < rgba.Length; i += 4)
            for (var c = 0; c < 3; c++)
                rgba[i + c] = (byte)(255 - ((255 - rgba[i + c]) * rgba[i + 3] + 127) / 255);
    }
}

/// <summary>Puts a picture upright. Shrinking commutes with turning, so this works on the small picture.</summary>
internal static class Orientation
{
    /// <summary>
    /// Turns a square <paramref name="rgb"/> (size x size x 3) in place by the orientation that its file states (EXIF 2.3, tag 0x0112).
    /// </summary>
    public static void Apply(SKEncodedOrigin origin, Span<byte> rgb, int size)
    {
        if (origin != SKEncodedOrigin.TopLeft) Upright(origin, rgb.ToArray(), size, size).CopyTo(rgb);
    }

    /// <summary>Whether upright and stored picture lie on different sides: width and height change places.</summary>
    public static bool Swaps(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>The upright picture of a stored one (width x height x 3).</summary>
    public static byte[] Upright(SKEncodedOrigin origin, byte[] stored, int width, int height)
    {
        if (origin == SKEncodedOrigin.TopLeft) return stored;
        var upright = new byte[stored.Length];
        var (columns, rows) = Swaps(origin) ? (height, width) : (width, height);
        for (var y = 0; y < rows; y++)
            for (var x = 0; x < columns; x++)
            {
                var (column, row) = Source(origin, x, y, width - 1, height - 1);
                stored.AsSpan((row * width + column) * 3, 3).CopyTo(upright.AsSpan((y * columns + x) * 3));
            }
        return upright;
    }

    // Named by where the stored first row and first column belong: RightTop means that row 0 is the right-hand side.
    static (int Column, int Row) Source(SKEncodedOrigin origin, int x, int y, int right, int bottom) => origin switch
    {
        SKEncodedOrigin.TopRight => (right - x, y),
        SKEncodedOrigin.BottomRight => (right - x, bottom - y),
        SKEncodedOrigin.BottomLeft => (x, bottom - y),
        SKEncodedOrigin.LeftTop => (y, x),
        SKEncodedOrigin.RightTop => (y, bottom - x),
        SKEncodedOrigin.RightBottom => (right - y, bottom - x),
        SKEncodedOrigin.LeftBottom => (right - y, x),
        _ => (x, y),
    };
}
