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
        canvas?.DrawImage(image, SKRect.Create(x, y, image.Width * scale, image.Height * scale),
            new SKSamplingOptions(SKFilterMode.Linear));
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

/// <summary>Text broken into lines of a width.</summary>
/// <param name="measure">The width of a piece of text.</param>
sealed class TextWrap(Func<string, float> measure)
{
    const string Ellipsis = "…";

    /// <summary>
    /// Lines of at most <paramref name="width"/>, broken between words, and within a word that alone is too wide. What does not fit ends in
    /// an ellipsis.
    /// </summary>
    public IReadOnlyList<string> Wrap(string text, float width, int maxLines = int.MaxValue)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(text).SelectMany(word => Pieces(word, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || measure(longer) <= width)
            {
                line = longer;
                continue;
            }
            if (lines.Count + 1 == maxLines) return [.. lines, Cut(longer, width)];
            lines.Add(line);
            line = word;
        }
        return line.Length > 0 ? [.. lines, line] : lines;
    }

    /// <summary>The text, or as much of it as fits before an ellipsis.</summary>
    public string Cut(string text, float width) =>
        measure(text) <= width ? text
            : text[..Fitting(text, letters => measure(text[..letters].TrimEnd() + Ellipsis) <= width)].TrimEnd() + Ellipsis;

    // A control character has no width that anything agrees on.
    static string[] Words(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    IEnumerable<string> Pieces(string word, float width)
    {
        while (word.Length > 1 && measure(word) > width)
        {
            var rest = word;
            var letters = Math.Max(1, Fitting(rest, count => measure(rest[..count]) <= width));
            yield return word[..letters];
            word = word[letters..];
        }
        yield return word;
    }

    // The most letters that fit, by halving: every letter more makes a text wider.
    static int Fitting(string text, Func<int, bool> fits)
    {
        var (low, high) = (0, text.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (fits(middle)) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
