using SkiaSharp;

namespace Derma.Service;

/// <summary>Writes and draws on a page, or only measures where there is none. Lengths are points, y grows downwards.</summary>
/// <param name="canvas">The page.</param>
sealed class PdfPen(SKCanvas? canvas) : IDisposable
{
    readonly Dictionary<(float Size, bool Bold), SKFont> fonts = [];

    /// <summary>Writes a text in lines of a width and says where the next one may begin.</summary>
    public float Paragraph(string text, float x, float y, float width, PdfStyle style, int maxLines = int.MaxValue)
    {
        foreach (var line in Wrap(style).Wrap(text, width, maxLines)) y = Line(line, x, y, style);
        return y;
    }

    /// <summary>Writes one line, cut to a width.</summary>
    public float Cut(string text, float x, float y, float width, PdfStyle style) => Line(Wrap(style).Cut(text, width), x, y, style);

    /// <summary>Writes one line that ends at <paramref name="right"/>.</summary>
    public float Right(string text, float right, float y, PdfStyle style) => Line(text, right - Font(style).MeasureText(text), y, style);

    /// <summary>A filled box with round corners.</summary>
    public void Box(float x, float y, float width, float height, string colour, float radius)
    {
        using var paint = Paint(colour);
        canvas?.DrawRoundRect(SKRect.Create(x, y, width, height), radius, radius, paint);
    }

    /// <summary>A level line.</summary>
    public void Rule(float x, float right, float y, string colour)
    {
        using var paint = Paint(colour);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 0.75f;
        canvas?.DrawLine(x, y, right, y, paint);
    }

    /// <summary>A picture as large as fits into a square, and where it ends.</summary>
    public float Picture(byte[] jpeg, float x, float y, float side)
    {
        using var image = SKImage.FromEncodedData(jpeg);
        var scale = side / Math.Max(image.Width, image.Height);
        canvas?.DrawImage(image, SKRect.Create(x, y, image.Width * scale, image.Height * scale), new SKSamplingOptions(SKFilterMode.Linear));
        return y + image.Height * scale;
    }

    public void Dispose()
    {
        foreach (var font in fonts.Values) font.Dispose();
    }

    float Line(string text, float x, float y, PdfStyle style)
    {
        using var paint = Paint(style.Colour);
        canvas?.DrawText(text, x, y + style.Size, SKTextAlign.Left, Font(style), paint);
        return y + style.Leading;
    }

    TextWrap Wrap(PdfStyle style)
    {
        var font = Font(style);
        return new TextWrap(text => font.MeasureText(text));
    }

    SKFont Font(PdfStyle style)
    {
        if (fonts.TryGetValue((style.Size, style.Bold), out var font)) return font;
        // Unhinted, so that a text is as wide as the sum of its letters at any zoom.
        return fonts[(style.Size, style.Bold)] = new()
        {
            Typeface = style.Bold ? Fonts.Bold : Fonts.Regular, Size = style.Size, Subpixel = true, Hinting = SKFontHinting.None,
        };
    }

    static SKPaint Paint(string colour) => new() { Color = SKColor.Parse(colour), IsAntialias = true };
}
