using SkiaSharp.Pdf;

namespace SkiaSharp;

public unsafe class SKFont : SKObject
{
    (IntPtr Face, float Size, bool Subpixel, SKFontHinting Hinting) scaledFor;
    IntPtr scaled;

    public SKFont() { }

    public SKTypeface Typeface { get; set; }
    public float Size { get; set; } = 12;
    public bool Subpixel { get; set; }
    public SKFontHinting Hinting { get; set; } = SKFontHinting.Normal;

    public float MeasureText(string text, SKPaint paint = null)
    {
        Cairo.TextExtents extents;
        Cairo.ScaledFontTextExtents(Scaled, text, &extents);
        GC.KeepAlive(this);
        return (float)extents.AdvanceX;
    }

    internal IntPtr Scaled
    {
        get
        {
            var wanted = (Typeface.Face, Size, Subpixel, Hinting);
            if (scaled != IntPtr.Zero && wanted == scaledFor) return scaled;
            DisposeNative();
            (scaled, scaledFor) = (Scale(), wanted);
            return scaled;
        }
    }

    IntPtr Scale()
    {
        var options = Cairo.FontOptionsCreate();
        Cairo.FontOptionsSetHintMetrics(options, Subpixel ? Cairo.HintMetricsOff : Cairo.HintMetricsOn);
        Cairo.FontOptionsSetHintStyle(options, Cairo.HintStyleNone + (int)Hinting);
        Cairo.Matrix size = new() { XX = Size, YY = Size }, identity = new() { XX = 1, YY = 1 };
        var font = Cairo.ScaledFontCreate(Typeface.Face, &size, &identity, options);
        Cairo.FontOptionsDestroy(options);
        GC.KeepAlive(Typeface);
        return font;
    }

    protected override void DisposeNative()
    {
        if (scaled != IntPtr.Zero) Cairo.ScaledFontDestroy(scaled);
        scaled = IntPtr.Zero;
    }
}
