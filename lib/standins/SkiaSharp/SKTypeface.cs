using SkiaSharp.Pdf;

namespace SkiaSharp;

public class SKTypeface : SKObject
{
    SKTypeface(IntPtr face) => Face = face;

    internal IntPtr Face { get; }

    public static SKTypeface FromFamilyName(string familyName, SKFontStyle style) =>
        new(Cairo.ToyFontFaceCreate(familyName, Cairo.SlantNormal, style.IsBold ? Cairo.WeightBold : Cairo.WeightNormal));

    protected override void DisposeNative() => Cairo.FontFaceDestroy(Face);
}
