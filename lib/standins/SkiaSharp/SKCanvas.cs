using SkiaSharp.Pdf;

namespace SkiaSharp;

public class SKCanvas : SKObject
{
    readonly IntPtr context;

    internal SKCanvas(IntPtr context) => this.context = context;

    public void DrawText(string text, float x, float y, SKFont font, SKPaint paint)
    {
        SetPaint(paint);
        Cairo.SetScaledFont(context, font.Scaled);
        Cairo.MoveTo(context, x, y);
        Cairo.ShowText(context, text);
        Cairo.NewPath(context);
        GC.KeepAlive(font);
    }

    public void DrawLine(float x0, float y0, float x1, float y1, SKPaint paint)
    {
        SetPaint(paint);
        Cairo.MoveTo(context, x0, y0);
        Cairo.LineTo(context, x1, y1);
        Cairo.Stroke(context);
    }

    public void DrawRect(SKRect rect, SKPaint paint)
    {
        Cairo.Rectangle(context, rect.Left, rect.Top, rect.Width, rect.Height);
        Paint(paint);
    }

    public void DrawRoundRect(SKRect rect, float rx, float ry, SKPaint paint)
    {
        Cairo.RoundRectangle(context, rect, Math.Min(rx, rect.Width / 2), Math.Min(ry, rect.Height / 2));
        Paint(paint);
    }

    public void DrawImage(SKImage image, SKRect dest, SKPaint paint = null)
    {
        var surface = ImageSurface.Of(image);
        Cairo.Save(context);
        Cairo.Translate(context, dest.Left, dest.Top);
        Cairo.Scale(context, dest.Width / image.Width, dest.Height / image.Height);
        Cairo.SetSourceSurface(context, surface, 0, 0);
        Cairo.PaintAll(context);
        Cairo.Restore(context);
        Cairo.SurfaceDestroy(surface);
    }

    void SetPaint(SKPaint paint)
    {
        var color = paint.Color;
        Cairo.SetSourceRgba(context, color.Red / 255.0, color.Green / 255.0, color.Blue / 255.0, color.Alpha / 255.0);
        Cairo.SetLineWidth(context, paint.StrokeWidth);
    }

    void Paint(SKPaint paint)
    {
        SetPaint(paint);
        if (paint.Style == SKPaintStyle.Stroke) Cairo.Stroke(context);
        else Cairo.Fill(context);
    }
}
