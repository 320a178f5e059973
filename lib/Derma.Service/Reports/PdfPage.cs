namespace Derma.Service;

/// <summary>The A4 page in points and how a report divides it.</summary>
static class PdfPage
{
    public const float Width = 595, Height = 842;
    public const float Left = 40, Right = Width - 40, Top = 34, Bottom = Height - 30;
    public const float Inner = Right - Left;
    public const float Gap = 10;
    public const string Line = "#d5dae1", Bar = "#4477aa", Track = "#e9edf2", Note = "#fff3c4", Alarm = "#fbdcdf";

    public static readonly PdfStyle Title = new(17, Bold: true), Heading = new(10.5f, Bold: true), Body = new(8.75f);
    public static readonly PdfStyle Small = new(7.5f, Colour: PdfStyle.Soft), Headline = new(14, Bold: true);

    /// <summary>A tinted box as high as its text.</summary>
    public static float Notice(PdfPen pen, string text, float y, string colour, PdfStyle style)
    {
        const float padding = 6;
        using var measuring = new PdfPen(null);
        var height = measuring.Paragraph(text, 0, 0, Inner - 2 * padding, style) + 2 * padding;
        pen.Box(Left, y, Inner, height, colour, radius: 3);
        pen.Paragraph(text, Left + padding, y + padding - 1, Inner - 2 * padding, style);
        return y + height + 4;
    }
}
