using System.Globalization;

namespace SkiaSharp;

public readonly struct SKColor(byte red, byte green, byte blue, byte alpha)
{
    public SKColor(byte red, byte green, byte blue) : this(red, green, blue, byte.MaxValue) { }

    public byte Red => red;
    public byte Green => green;
    public byte Blue => blue;
    public byte Alpha => alpha;

    public static SKColor Parse(string hexString)
    {
        var digits = hexString.Trim().TrimStart('#');
        if (digits.Length is 3 or 4) digits = string.Concat(digits.SelectMany(digit => new[] { digit, digit }));
        if (digits.Length == 6) digits = "FF" + digits;
        if (digits.Length != 8 || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var argb))
            throw new ArgumentException("Invalid hexadecimal color string.", nameof(hexString));
        return new((byte)(argb >> 16), (byte)(argb >> 8), (byte)argb, (byte)(argb >> 24));
    }
}
