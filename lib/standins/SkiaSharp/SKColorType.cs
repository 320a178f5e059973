namespace SkiaSharp;

public enum SKColorType
{
    Unknown = 0,
    Rgba8888 = 4,
    Rgb888x = 5,
    Bgra8888 = 6,
    Gray8 = 9,
}
