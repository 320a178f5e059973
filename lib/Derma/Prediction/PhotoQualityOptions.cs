namespace Derma.Prediction;

/// <summary>When a photo deserves a warning. The limits were set on the photos and drawings that each names; all are of the photo at <see cref="Size"/>.</summary>
public sealed record PhotoQualityOptions
{
    /// <summary>Width and height at which a photo is judged, in pixels: what Smart Derma's networks see (4.1.4).</summary>
    public int Size { get; init; } = 224;

    /// <summary>A sharpness below it is blurred.</summary>
    public double SharpFrom { get; init; } = 0.002;

    /// <summary>Where the 95th percentile of luminance (0 to 255) is below it, even the lightest parts are dark.</summary>
    public double DarkBelow { get; init; } = 60;

    /// <summary>A pixel whose three colours all reach it has lost its colour.</summary>
    public int WhiteFrom { get; init; } = 248;

    /// <summary>A larger share of white pixels is over-exposed.</summary>
    public double MostWhite { get; init; } = 0.25;

    /// <summary>A smaller share of skin-coloured pixels is no skin.</summary>
    public double LeastSkin { get; init; } = 0.3;

    /// <summary>Red chroma (Cr) of skin.</summary>
    public (double Low, double High) SkinCr { get; init; } = (132, 180);

    /// <summary>Blue chroma (Cb) of skin.</summary>
    public (double Low, double High) SkinCb { get; init; } = (77, 133);

    /// <summary>A photo whose shorter side has fewer pixels is small.</summary>
    public int SmallBelow { get; init; } = 100;
}
