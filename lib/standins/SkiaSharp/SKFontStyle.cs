namespace SkiaSharp;

public class SKFontStyle : SKObject
{
    SKFontStyle(bool bold) => IsBold = bold;

    public static SKFontStyle Normal { get; } = new(bold: false);
    public static SKFontStyle Bold { get; } = new(bold: true);

    internal bool IsBold { get; }
}
