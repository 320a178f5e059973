namespace SkiaSharp;

public struct SKRect(float left, float top, float right, float bottom)
{
    public float Left { readonly get; set; } = left;
    public float Top { readonly get; set; } = top;
    public float Right { readonly get; set; } = right;
    public float Bottom { readonly get; set; } = bottom;
    public readonly float Width => Right - Left;
    public readonly float Height => Bottom - Top;

    public static SKRect Create(float x, float y, float width, float height) => new(x, y, x + width, y + height);
}
