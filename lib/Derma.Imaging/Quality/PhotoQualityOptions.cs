namespace Derma.Imaging;

/// <summary>When a photo deserves a warning. All limits are of the photo at <see cref="Size"/>.</summary>
/// <remarks>
/// They were set on 1,221 dermoscopic photos of HAM10000 and 780 built-in drawings, the same blurred, and made-up pictures of everything else. A limit
/// catches what is clearly wrong and leaves at least 97 in 100 real photos alone.
/// </remarks>
public sealed record PhotoQualityOptions
{
    /// <summary>Width and height at which a photo is judged, in pixels: what Smart Derma's networks see (4.1.4).</summary>
    public int Size { get; init; } = 224;

    /// <summary>A sharpness below it is blurred. 1 real photo in 200 lies below, and 99 in 100 once a Gaussian of 1.5 pixels has gone over them.</summary>
    public double SharpFrom { get; init; } = 0.008;

    /// <summary>Where the 95th percentile of luminance (0 to 255) is below it, even the lightest parts are dark. The darkest drawn skin in good light has 59.</summary>
    public double DarkBelow { get; init; } = 50;

    /// <summary>A pixel whose three colours all reach it has lost its colour.</summary>
    public int WhiteFrom { get; init; } = 248;

    /// <summary>A larger share of white pixels is over-exposed. The largest share in a real photo was 9 %.</summary>
    public double MostWhite { get; init; } = 0.25;

    /// <summary>A smaller share of skin-coloured pixels is no skin. In real photos a dark lesion may fill the frame: 1 in 50 has less than 17 %.</summary>
    public double LeastSkin { get; init; } = 0.15;

    /// <summary>
    /// Red chroma (Cr) of skin. Chroma hardly depends on how dark skin is, unlike colour. Chai and Ngan (1999) take 133 to 173 for faces; dermoscopic light
    /// reddens, and very dark skin comes near to grey.
    /// </summary>
    public (double Low, double High) SkinCr { get; init; } = (132, 180);

    /// <summary>Blue chroma (Cb) of skin; Chai and Ngan take 77 to 127.</summary>
    public (double Low, double High) SkinCb { get; init; } = (77, 133);

    /// <summary>A photo whose shorter side has fewer pixels is small.</summary>
    public int SmallBelow { get; init; } = 100;
}
