namespace Derma.Imaging;

/// <summary>What a photo's quality is judged by.</summary>
/// <param name="Sharpness">Variance of the Laplacian over the variance of luminance: how much of the contrast lies between neighbouring pixels.</param>
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
                double value = luminance[at], edge = luminance[at - 1] + luminance[at + 1] + luminance[at - size] + luminance[at + size] - 4 * value;
                sum += value;
                squares += value * value;
                edgeSum += edge;
                edgeSquares += edge * edge;
            }
        double n = (size - 2) * (size - 2), contrast = squares / n - sum / n * (sum / n);
        return contrast <= 1e-3 ? 1 : Math.Max(0, edgeSquares / n - edgeSum / n * (edgeSum / n) - Rounding) / contrast;
    }
}
