namespace SkiaSharp;

public enum SKEncodedImageFormat
{
    Jpeg = 3,
    Png = 4,
}
