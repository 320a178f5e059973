namespace SkiaSharp;

public class SKImage : SKObject
{
    SKImage(SKData encoded, SKCodec codec) => (Encoded, Codec) = (encoded, codec);

    public int Width => Codec.Info.Width;
    public int Height => Codec.Info.Height;

    internal SKData Encoded { get; }
    internal SKCodec Codec { get; }

    public static SKImage FromEncodedData(ReadOnlySpan<byte> data)
    {
        var encoded = SKData.CreateCopy(data);
        if (SKCodec.Create(encoded) is { } codec) return new SKImage(encoded, codec);
        encoded.Dispose();
        return null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Codec.Dispose();
            Encoded.Dispose();
        }
        base.Dispose(disposing);
    }
}
