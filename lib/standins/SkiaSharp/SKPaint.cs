namespace SkiaSharp;

public class SKPaint : SKObject
{
    public SKPaint() { }

    public SKColor Color { get; set; } = new(0, 0, 0);
    public SKPaintStyle Style { get; set; }
    public float StrokeWidth { get; set; }
    public bool IsAntialias { get; set; }
}
