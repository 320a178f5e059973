namespace SkiaSharp;

public struct SKSizeI(int width, int height)
{
    public int Width { readonly get; set; } = width;
    public int Height { readonly get; set; } = height;
}
