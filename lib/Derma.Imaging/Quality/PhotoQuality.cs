namespace Derma.Imaging;

/// <summary>Warns of photos that a model cannot be expected to judge. A warning is no refusal: the answer still comes.</summary>
public static class PhotoQuality
{
    /// <summary>Judges a photo.</summary>
    /// <param name="rgb">The photo at <see cref="PhotoQualityOptions.Size"/>, or at its own size where that is smaller: size x size x 3 bytes.</param>
    /// <param name="size">Width and height of that.</param>
    /// <param name="shorterSide">The shorter side of the photo itself, in pixels.</param>
    /// <param name="options">The limits.</param>
    public static IReadOnlyList<PhotoWarning> Judge(ReadOnlySpan<byte> rgb, int size, int shorterSide, PhotoQualityOptions options)
    {
        var figures = PhotoFigures.Of(rgb, size, options);
        var warnings = new List<PhotoWarning>();
        void Warn(bool when, string code, string text)
        {
            if (when) warnings.Add(new PhotoWarning(code, text));
        }

        var dark = figures.Lightest < options.DarkBelow;
        Warn(figures.Sharpness < options.SharpFrom, "blurred", "The photo is blurred; hold the camera still, let it focus, and take it again.");
        Warn(dark, "dark", "The photo is very dark; take it again in daylight.");
        Warn(figures.White > options.MostWhite, "over-exposed", "Much of the photo is plain white; take it again without flash, or out of the sun.");
        // In the dark no colour can be told.
        Warn(!dark && figures.Skin < options.LeastSkin, "not-skin", "Little of the photo has the colour of skin; fill the frame with the spot and the skin around it.");
        Warn(shorterSide < options.SmallBelow, "small", $"The photo is only {shorterSide} pixels on its shorter side; send it uncropped, or take it from nearer.");
        return warnings;
    }
}
