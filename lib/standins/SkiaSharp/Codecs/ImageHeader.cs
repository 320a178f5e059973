namespace SkiaSharp.Codecs;

/// <summary>What a file says of itself before any pixel is decoded.</summary>
/// <param name="Cmyk">Four ink channels, stored inverted as Adobe does.</param>
/// <param name="Complete">False where the file ends before its end marker.</param>
readonly record struct ImageHeader(
    SKEncodedImageFormat Format, int Width, int Height, bool Gray, bool Alpha, bool Cmyk, SKEncodedOrigin Origin, bool Complete)
{
    public SKImageInfo Info => new(Width, Height, Gray ? SKColorType.Gray8 : SKColorType.Bgra8888,
        Alpha ? SKAlphaType.Unpremul : SKAlphaType.Opaque);

    /// <summary>Decides by content, never by name.</summary>
    public static SKCodecResult Read(ReadOnlySpan<byte> data, out ImageHeader header)
    {
        if (data.StartsWith(PngHeader.Signature)) return PngHeader.Read(data, out header);
        if (data.StartsWith(JpegHeader.StartOfImage)) return JpegHeader.Read(data, out header);
        header = default;
        return data.Length < PngHeader.Signature.Length ? SKCodecResult.IncompleteInput : SKCodecResult.Unimplemented;
    }
}
