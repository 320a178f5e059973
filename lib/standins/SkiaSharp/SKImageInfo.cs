namespace SkiaSharp;

public struct SKImageInfo(int width, int height, SKColorType colorType, SKAlphaType alphaType)
{
    public int Width { readonly get; set; } = width;
    public int Height { readonly get; set; } = height;
    public SKColorType ColorType { readonly get; set; } = colorType;
    public SKAlphaType AlphaType { readonly get; set; } = alphaType;
    public readonly int BytesPerPixel => ColorType switch { SKColorType.Unknown => 0, SKColorType.Gray8 => 1, _ => 4 };
    public readonly int RowBytes => Width * BytesPerPixel;
    public readonly int BytesSize => RowBytes * Height;
    public readonly long BytesSize64 => (long)Width * Height * BytesPerPixel;
    public readonly SKSizeI Size => new(Width, Height);
}
