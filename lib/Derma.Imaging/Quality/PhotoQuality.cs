namespace Derma.Imaging;

/// <summary>Warns of photos that a model cannot be expected to judge. A warning is no refusal: the answer still comes.</summary>
public static class PhotoQuality
{
    /// <summary>Judges a photo.</summary>
    /// <param name="rgb">The photo at <see cref="PhotoQualityOptions.Size"/>, or at its own size where that is smaller: size x size x 3
    /// bytes.</param>
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
        Warn(
            figures.Sharpness < options.SharpFrom, "blurred",
            "The photo is blurred; hold the camera still, let it focus, and take it again.");
        Warn(dark, "dark", "The photo is very dark; take it again in daylight.");
        Warn(
            figures.White > options.MostWhite, "over-exposed",
            "Much of the photo is plain white; take it again without flash, or out of the sun.");
        // In the dark no colour can be told.
        Warn(
            !dark && figures.Skin < options.LeastSkin, "not-skin",
            "Little of the photo has the colour of skin; fill the frame with the spot and the skin around it.");
        Warn(
            shorterSide < options.SmallBelow, "small",
            $"The photo is only {shorterSide} pixels on its shorter side; send it uncropped, or take it from nearer.");
        return warnings;
    }
}

/// <summary>Something about a photo that makes its answer less trustworthy.</summary>
/// <param name="Code">For programs: <c>blurred</c>, <c>dark</c>, <c>over-exposed</c>, <c>not-skin</c>, <c>small</c>.</param>
/// <param name="Text">For people: one sentence, with what to do about it.</param>
public sealed record PhotoWarning(string Code, string Text);

/// <summary>When a photo deserves a warning. All limits are of the photo at <see cref="Size"/>.</summary>
/// <remarks>
/// They were set on 1,221 dermoscopic photos of HAM10000 and 780 built-in drawings, the same blurred, and made-up pictures of everything
/// else. A limit catches what is clearly wrong and leaves at least 97 in 100 real photos alone.
/// </remarks>
public sealed record PhotoQualityOptions
{
    /// <summary>Width and height at which a photo is judged, in pixels: what Smart Derma's networks see (4.1.4).</summary>
    public int Size { get; init; } = 224;

    /// <summary>
    /// A sharpness below it is blurred. 1 real photo in 200 lies below, and 99 in 100 once a Gaussian of 1.5 pixels has gone over them.
    /// </summary>
    public double SharpFrom { get; init; } = 0.008;

    /// <summary>
    /// Where the 95th percentile of luminance (0 to 255) is below it, even the lightest parts are dark. The darkest drawn skin in good
    /// light has 59.
    /// </summary>
    public double DarkBelow { get; init; } = 50;

    /// <summary>A pixel whose three colours all reach it has lost its colour.</summary>
    public int WhiteFrom { get; init; } = 248;

    /// <summary>A larger share of white pixels is over-exposed. The largest share in a real photo was 9 %.</summary>
    public double MostWhite { get; init; } = 0.25;

    /// <summary>
    /// A smaller share of skin-coloured pixels is no skin. In real photos a dark lesion may fill the frame: 1 in 50 has less than 17 %.
    /// </summary>
    public double LeastSkin { get; init; } = 0.15;

    /// <summary>
    /// Red chroma (Cr) of skin. Chroma hardly depends on how dark skin is, unlike colour. Chai and Ngan (1999) take 133 to 173 for faces;
    /// dermoscopic light reddens, and very dark skin comes near to grey.
    /// </summary>
    public (double Low, double High) SkinCr { get; init; } = (132, 180);

    /// <summary>Blue chroma (Cb) of skin; Chai and Ngan take 77 to 127.</summary>
    public (double Low, double High) SkinCb { get; init; } = (77, 133);

    /// <summary>A photo whose shorter side has fewer pixels is small.</summary>
    public int SmallBelow { get; init; } = 100;
}

/// <summary>What a photo's quality is judged by.</summary>
/// <param name="Sharpness">Variance of the Laplacian over the variance of luminance: how much of the contrast lies between neighbouring
/// pixels.</param>
/// <param name="Lightest">The 95th percentile of luminance, 0 to 255.</param>
/// <param name="White">Share of pixels without colour left.</param>
/// <param name="Skin">Share of skin-coloured pixels.</param>
sealed record PhotoFigures(double Sharpness, double Lightest, double White, double Skin)
{
    const double Percentile = 0.95;

    // Values rounded to whole numbers are off by a variance of 1/12 each, and the Laplacian's squared coefficients add up to 20.
    const double Rounding = 20.0 / 12;

    /// <param name="rgb">size x size x 3 bytes.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="options">What is white, what is skin.</param>
    public static PhotoFigures Of(ReadOnlySpan<byte> rgb, int size, PhotoQualityOptions options)
    {
        var luminance = new float[size * size];
        int white = 0, skin = 0;
        Span<int> histogram = stackalloc int[256];
        for (var i = 0; i < luminance.Length; i++)
        {
            float red = rgb[3 * i], green = rgb[3 * i + 1], blue = rgb[3 * i + 2];
            var light = luminance[i] = 0.299f * red + 0.587f * green + 0.114f * blue; // ITU-R BT.601, as JPEG has it
            histogram[(int)light]++;
            if (Math.Min(red, Math.Min(green, blue)) >= options.WhiteFrom) white++;
            if (IsSkin(128 + (red - light) / 1.402, 128 + (blue - light) / 1.772, options)) skin++;
        }
        double count = luminance.Length;
        return new PhotoFigures(Sharp(luminance, size), Quantile(histogram, (int)(Percentile * count)), white / count, skin / count);
    }

    static bool IsSkin(double cr, double cb, PhotoQualityOptions options) =>
        cr >= options.SkinCr.Low && cr <= options.SkinCr.High && cb >= options.SkinCb.Low && cb <= options.SkinCb.High;

    static double Quantile(ReadOnlySpan<int> histogram, int rank)
    {
        var value = 0;
        for (var below = histogram[0]; below <= rank && value < 255;) below += histogram[++value];
        return value;
    }

    // A photo of one grey has no contrast to compare with; it is not blurred but empty.
    static double Sharp(ReadOnlySpan<float> luminance, int size)
    {
        double sum = 0, squares = 0, edgeSum = 0, edgeSquares = 0;
        for (var y = 1; y < size - 1; y++)
            for (var x = 1; x < size - 1; x++)
            {
                var at = y * size + x;
                double value = luminance[at];
                var edge = luminance[at - 1] + luminance[at + 1] + luminance[at - size] + luminance[at + size] - 4 * value;
                sum += value;
                squares += value * value;
                edgeSum += edge;
                edgeSquares += edge * edge;
            }
        double n = (size - 2) * (size - 2), contrast = squares / n - sum / n * (sum / n);
        return contrast <= 1e-3 ? 1 : Math.Max(0, edgeSquares / n - edgeSum / n * (edgeSum / n) - Rounding) / contrast;
    }
}
