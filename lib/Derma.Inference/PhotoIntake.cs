namespace Derma.Inference;

/// <summary>
/// Photos from people on their way to a model. Decodes as training does, to the byte, and is stricter about what it takes.
/// </summary>
static class PhotoIntake
{
    /// <summary>A photo whose shorter side has fewer pixels shows nothing.</summary>
    public const int LeastSide = 16;

    /// <summary>A longer side of more than so many shorter ones is no photo of skin: stretched to a square it would show stripes.</summary>
    public const int MostStretch = 16;

    /// <summary>Most pixels that are held at once. A JPEG is scaled down while it is decoded, a PNG is not.</summary>
    public const int MostHeldPixels = 32 << 20;

    /// <exception cref="PhotoError">The photo cannot be used.</exception>
    public static PreparedPhoto Prepare(ReadOnlyMemory<byte> bytes, int size, PhotoQualityOptions options)
    {
        if (!OpenedPhoto.TryOpen(bytes, out var photo, out var problem)) throw Error(problem);
        using (photo)
        {
            RequireShape(photo, size);
            var rgb = new byte[size * size * 3];
            using var decoded = Decode(photo, size);
            decoded.Square(size, rgb);
            return new PreparedPhoto(size, rgb, Warnings(photo, decoded, options));
        }
    }

    static void RequireShape(OpenedPhoto photo, int size)
    {
        var longer = Math.Max(photo.Width, photo.Height);
        if (longer > (long)MostStretch * photo.Shorter)
            throw new PhotoError(
                "too-thin",
                $"The photo is {photo.Width} x {photo.Height} pixels, a mere stripe; "
                + $"send one that is at most {MostStretch} times as long as wide.");
        if (photo.Shorter < LeastSide)
            throw new PhotoError(
                "too-small", $"The photo is {photo.Width} x {photo.Height} pixels; send one of at least {LeastSide} x {LeastSide}.");
        var held = photo.SizeFor(size);
        if ((long)held.Width * held.Height > MostHeldPixels) throw Error(PhotoProblem.TooManyPixels(photo.Width, photo.Height));
    }

    static DecodedPhoto Decode(OpenedPhoto photo, int size) =>
        photo.TryDecode(size, out var decoded, out var problem) ? decoded : throw Error(problem);

    // Judged at one size, whatever the model's, or the photo's own where that is smaller. The pixels decoded for the model serve where they
    // are enough.
    static IReadOnlyList<PhotoWarning> Warnings(OpenedPhoto photo, DecodedPhoto decoded, PhotoQualityOptions options)
    {
        var size = Math.Min(options.Size, photo.Shorter);
        var rgb = new byte[size * size * 3];
        if (decoded.Shorter >= size) decoded.Square(size, rgb);
        else using (var larger = Decode(photo, size)) larger.Square(size, rgb);
        return PhotoQuality.Judge(rgb, size, photo.Shorter, options);
    }

    static PhotoError Error(PhotoProblem problem) => new(problem.Code, $"The photo {problem.Reason}; send {Advice(problem.Code)}.");

    static string Advice(string code) => code switch
    {
        "cut-short" => "the whole file",
        "too-many-pixels" => "a smaller one",
        _ => "a JPEG or PNG photo",
    };
}

/// <summary>A photo that cannot be used.</summary>
/// <param name="code">For programs: <c>empty</c>, <c>not-a-photo</c>, <c>cut-short</c>, <c>damaged</c>, <c>too-many-pixels</c>,
/// <c>too-thin</c>, <c>too-small</c>.</param>
/// <param name="message">One sentence for the person who sent it.</param>
public sealed class PhotoError(string code, string message) : UserError(message)
{
    /// <summary>For programs.</summary>
    public string Code { get; } = code;
}
