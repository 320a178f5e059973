using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Derma.Imaging;

/// <summary>A photo whose header was read and claims nothing outrageous; no pixel of it is decoded yet.</summary>
public sealed class OpenedPhoto : IDisposable
{
    readonly SKCodec codec;
    SKEncodedOrigin origin;

    OpenedPhoto(SKCodec codec) => (this.codec, origin) = (codec, codec.EncodedOrigin);

    /// <summary>Width in pixels, as stored.</summary>
    public int Width => codec.Info.Width;

    /// <summary>Height in pixels, as stored.</summary>
    public int Height => codec.Info.Height;

    /// <summary>The shorter side in pixels.</summary>
    public int Shorter => Math.Min(Width, Height);

    /// <summary>Opens a file.</summary>
    public static bool TryOpen(string path, [NotNullWhen(true)] out OpenedPhoto? photo, out PhotoProblem problem)
    {
        var cutShort = SKCodec.Create(path, out var result) is var codec && result == SKCodecResult.IncompleteInput
            && PhotoHeader.Problem(path) is null;
        if (!TryTake(codec, cutShort, out photo, out problem)) return false;
        using var file = File.OpenRead(path);
        photo.Turn(file);
        return true;
    }

    /// <summary>Opens the bytes of a file.</summary>
    public static bool TryOpen(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out OpenedPhoto? photo, out PhotoProblem problem)
    {
        (photo, problem) = (null, PhotoProblem.Empty);
        if (bytes.IsEmpty) return false;
        var cutShort = SKCodec.Create(Stream(bytes), out var result) is var codec && result == SKCodecResult.IncompleteInput
            && PhotoHeader.Fits(bytes.Span);
        if (!TryTake(codec, cutShort, out photo, out problem)) return false;
        photo.Turn(Stream(bytes));
        return true;
    }

    /// <summary>Size of the picture that is decoded for a square of <paramref name="size"/>.</summary>
    /// <remarks>
    /// The JPEG decoder leaves out frequencies that the small picture cannot show: the least eighth that still covers it.
    /// </remarks>
    public SKSizeI SizeFor(int size) => SizeFor(size, Shorter);

    /// <summary>Decodes as many pixels as a square of <paramref name="size"/> needs.</summary>
    public bool TryDecode(int size, [NotNullWhen(true)] out DecodedPhoto? photo, out PhotoProblem problem) =>
        TryDecode(SizeFor(size), out photo, out problem);

    /// <summary>Decodes as many pixels as a copy needs whose longer side has <paramref name="longer"/>.</summary>
    public bool TryDecodeInShape(int longer, [NotNullWhen(true)] out DecodedPhoto? photo, out PhotoProblem problem) =>
        TryDecode(SizeFor(longer, Math.Max(Width, Height)), out photo, out problem);

    /// <inheritdoc/>
    public void Dispose() => codec.Dispose();

    // SkiaSharp reads no orientation in a PNG, and in a JPEG only one of type SHORT.
    void Turn(Stream file) => origin = (SKEncodedOrigin?)PhotoMetadata.Orientation(file) ?? origin;

    SKSizeI SizeFor(int pixels, int side) => codec.GetScaledDimensions((int)Math.Min(Math.Ceiling(8.0 * pixels / side), 8) / 8f);

    bool TryDecode(SKSizeI scaled, [NotNullWhen(true)] out DecodedPhoto? photo, out PhotoProblem problem)
    {
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul;
        photo = DecodedPhoto.Of(codec, new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, alpha), origin, out var result);
        problem = result == SKCodecResult.IncompleteInput ? PhotoProblem.CutShort : PhotoProblem.Damaged;
        return photo is not null;
    }

    static bool TryTake(SKCodec? codec, bool cutShort, [NotNullWhen(true)] out OpenedPhoto? photo, out PhotoProblem problem)
    {
        (photo, problem) = (null, cutShort ? PhotoProblem.CutShort : PhotoProblem.NotAPhoto);
        if (codec is null) return false;
        if (codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png))
        {
            codec.Dispose();
            return false;
        }
        photo = new OpenedPhoto(codec);
        if ((long)photo.Width * photo.Height <= PhotoDecoder.MaxPixels) return true;
        problem = PhotoProblem.TooManyPixels(photo.Width, photo.Height);
        photo.Dispose();
        photo = null;
        return false;
    }

    static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}

/// <summary>Why a photo cannot be used.</summary>
/// <param name="Code">For programs: one word a cause.</param>
/// <param name="Reason">Continues a sentence that begins with the photo: "is cut short", "is empty".</param>
public readonly record struct PhotoProblem(string Code, string Reason)
{
    /// <summary>There is not one byte.</summary>
    public static PhotoProblem Empty { get; } = new("empty", "is empty");

    /// <summary>Something else than a JPEG or PNG.</summary>
    public static PhotoProblem NotAPhoto { get; } = new("not-a-photo", "is not a JPEG or PNG picture");

    /// <summary>The end is missing.</summary>
    public static PhotoProblem CutShort { get; } = new("cut-short", "is cut short");

    /// <summary>The pixels cannot be decoded.</summary>
    public static PhotoProblem Damaged { get; } = new("damaged", "is damaged");

    /// <summary>More pixels than <see cref="PhotoDecoder.MaxPixels"/>, or than may be held at once.</summary>
    public static PhotoProblem TooManyPixels(int width, int height) =>
        new("too-many-pixels", $"claims {width} x {height} pixels, more than this program decodes");
}
