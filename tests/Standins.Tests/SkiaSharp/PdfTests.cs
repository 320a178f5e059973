using SkiaSharp;

namespace Standins.Tests.SkiaSharp;

public class PdfTests
{
    const string Umlauts = "Übergröße, naïve façade – žluťoučký kůň";

    static byte[] Pdf(Action<SKCanvas> draw)
    {
        using var stream = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata(rasterDpi: 300, encodingQuality: 90)
        {
            Title = "Title ä", Author = "Author", Subject = "Subject", Keywords = "some, words", Creator = "Creator", Creation = new DateTime(2026, 3, 4, 5, 6, 7),
        };
        using var document = SKDocument.CreatePdf(stream, metadata);
        draw(document.BeginPage(288, 192));
        document.EndPage();
        document.Close();
        return stream.ToArray();
    }

    static SKFont Font(float size, bool bold = false) => new()
    {
        Typeface = SKTypeface.FromFamilyName("DejaVu Sans", bold ? SKFontStyle.Bold : SKFontStyle.Normal), Size = size, Subpixel = true, Hinting = SKFontHinting.None,
    };

    static SKPaint Paint(string colour) => new() { Color = SKColor.Parse(colour), IsAntialias = true };

    [SkippableFact]
    public void Text_can_be_read_back_as_text()
    {
        Skip.IfNot(Poppler.IsHere, "poppler-utils is not installed.");
        using var font = Font(11);
        using var paint = Paint("#000000");
        Assert.Equal(Umlauts, Poppler.Text(Pdf(canvas => canvas.DrawText(Umlauts, 10, 50, font, paint))).Trim());
    }

    [SkippableFact]
    public void The_document_says_what_it_is()
    {
        Skip.IfNot(Poppler.IsHere, "poppler-utils is not installed.");
        var info = Poppler.Info(Pdf(_ => { }));
        foreach (var (key, value) in new[] { ("Title", "Title ä"), ("Author", "Author"), ("Subject", "Subject"), ("Keywords", "some, words"), ("Creator", "Creator"), ("Pages", "1") })
            Assert.Matches($"(?m)^{key}: +{value}$", info);
        Assert.Matches("CreationDate: +Wed Mar  4 05:06:07 2026 UTC", info);
        Assert.Matches("Page size: +288 x 192 pts", info);
    }

    [SkippableFact]
    public void Measured_text_ends_where_drawn_text_ends()
    {
        Skip.IfNot(Poppler.IsHere, "poppler-utils is not installed.");
        using var font = Font(12.5f, bold: true);
        using var paint = Paint("#000000");
        const string text = "WAVE measured |";
        var pdf = Pdf(canvas => canvas.DrawText(text, 20, 60, font, paint));
        var ends = System.Text.RegularExpressions.Regex.Matches(Poppler.Text(pdf, "-bbox"), "xMax=\"([0-9.]+)\"").Select(match => float.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        const float widthsOfAPdf = 0.0005f; // are whole thousandths of the font's size
        Assert.Equal(20 + font.MeasureText(text), ends.Last(), text.Length * widthsOfAPdf * font.Size);
    }

    [SkippableFact]
    public void A_jpeg_stays_the_file_it_was()
    {
        Skip.IfNot(Poppler.IsHere, "poppler-utils is not installed.");
        var jpeg = Samples.Ramp(SKEncodedImageFormat.Jpeg, 60, 40);
        using var image = SKImage.FromEncodedData(jpeg);
        var pdf = Pdf(canvas => canvas.DrawImage(image, SKRect.Create(100, 50, 120, 80)));
        var picture = Assert.Single(Poppler.Images(pdf));
        Assert.Equal(["60", "40"], picture[3..5]);
        Assert.Equal("jpeg", picture[8]);
        Assert.True(pdf.AsSpan().IndexOf(jpeg) > 0);
        var (width, _, rgb) = Poppler.Page(pdf);
        Assert.InRange(rgb[(60 * width + 215) * 3] - rgb[(60 * width + 105) * 3], 200, 255); // red grows to the right
        Assert.Equal(255, rgb[(60 * width + 95) * 3]);
    }

    [SkippableFact]
    public void A_png_keeps_its_pixels()
    {
        Skip.IfNot(Poppler.IsHere, "poppler-utils is not installed.");
        using var image = SKImage.FromEncodedData(Samples.Ramp(SKEncodedImageFormat.Png, 60, 40));
        var (width, _, rgb) = Poppler.Page(Pdf(canvas => canvas.DrawImage(image, SKRect.Create(0, 0, 60, 40))));
        for (var x = 5; x < 55; x += 7) Assert.InRange(rgb[(20 * width + x) * 3], Samples.Red(x - 1, 60), Samples.Red(x + 1, 60));
    }

    [SkippableFact]
    public void Shapes_are_filled_and_outlined_in_their_colour()
    {
        Skip.IfNot(Poppler.IsHere, "poppler-utils is not installed.");
        using var fill = Paint("#ff0000");
        using var line = new SKPaint { Color = SKColor.Parse("#8000ff00"), Style = SKPaintStyle.Stroke, StrokeWidth = 4 };
        var (width, _, rgb) = Poppler.Page(Pdf(canvas =>
        {
            canvas.DrawRect(SKRect.Create(10, 10, 20, 20), fill);
            canvas.DrawRoundRect(SKRect.Create(50, 10, 20, 20), 10, 10, fill);
            canvas.DrawLine(100, 50, 140, 50, line);
        }));
        Assert.Equal([255, 0, 0], At(20, 20));
        Assert.Equal([255, 0, 0], At(60, 20));
        Assert.Equal([255, 255, 255], At(51, 11)); // outside the round corner
        Assert.InRange(At(120, 50)[0], (byte)120, (byte)135); // half transparent
        Assert.Equal(255, At(120, 50)[1]);

        byte[] At(int x, int y) => rgb[((y * width + x) * 3)..((y * width + x) * 3 + 3)];
    }

    [SkippableFact]
    public void A_stream_that_refuses_ends_in_an_error()
    {
        Skip.IfNot(Samples.IsStandIn, "What the package does then is not documented.");
        var document = SKDocument.CreatePdf(new MemoryStream(new byte[10], writable: false), new SKDocumentPdfMetadata(rasterDpi: 300, encodingQuality: 90));
        document.BeginPage(10, 10);
        document.EndPage();
        Assert.Throws<IOException>(document.Close);
        document.Dispose();
    }

    [SkippableFact]
    public void A_document_that_is_not_closed_writes_no_more()
    {
        Skip.IfNot(Samples.IsStandIn, "What the package does then is not documented.");
        using var stream = new MemoryStream();
        var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata(rasterDpi: 300, encodingQuality: 90));
        document.BeginPage(10, 10);
        var before = stream.Length;
        document.Dispose();
        Assert.Equal(before, stream.Length);
    }

    [Fact]
    public void Bytes_that_are_no_image_make_no_image() => Assert.Null(SKImage.FromEncodedData("no image at all"u8));

    [Theory, InlineData("#4477aa", 0x44, 0x77, 0xaa, 255), InlineData("80010203", 1, 2, 3, 128), InlineData("#fa0", 255, 170, 0, 255)]
    public void Colours_are_parsed(string text, byte red, byte green, byte blue, byte alpha)
    {
        var colour = SKColor.Parse(text);
        Assert.Equal((red, green, blue, alpha), (colour.Red, colour.Green, colour.Blue, colour.Alpha));
    }

    [Fact]
    public void A_text_that_is_no_colour_is_refused() => Assert.Throws<ArgumentException>(() => SKColor.Parse("reddish"));
}
