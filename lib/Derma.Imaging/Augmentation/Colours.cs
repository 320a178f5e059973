using System.Runtime.Intrinsics;

namespace Derma.Imaging;

/// <summary>torchvision's four changes of colour, one vector a pixel; values are cut off at black and white after each.</summary>
static class Colours
{
    static readonly Vector128<float> Luma = Vector128.Create(0.2989f, 0.587f, 0.114f, 0);

    /// <summary>Changes interleaved RGB in [0, 1] in place.</summary>
    /// <param name="jitter">Amplitudes.</param>
    /// <param name="random">The photo's stream.</param>
    /// <param name="rgb">Three floats a pixel.</param>
    /// <param name="pixels">Room for one vector a pixel.</param>
    public static void Apply(ColourJitter jitter, ref SplitMix64 random, Span<float> rgb, Span<Vector128<float>> pixels)
    {
        for (var i = 0; i < pixels.Length; i++) pixels[i] = Vector128.Create(rgb[i * 3], rgb[i * 3 + 1], rgb[i * 3 + 2], 0);
        Span<int> order = [0, 1, 2, 3];
        random.Shuffle(order);
        var (brightness, contrast) = (Factor(jitter.Brightness, ref random), Factor(jitter.Contrast, ref random));
        var (saturation, turns) = (Factor(jitter.Saturation, ref random), (float)random.Between(-jitter.Hue, jitter.Hue));
        foreach (var change in order)
            if (change == 0 && jitter.Brightness > 0) Brighten(pixels, brightness);
            else if (change == 1 && jitter.Contrast > 0) Contrast(pixels, contrast);
            else if (change == 2 && jitter.Saturation > 0) Saturate(pixels, saturation);
            else if (change == 3 && jitter.Hue > 0) Hue.Turn(pixels, turns);
        for (var i = 0; i < pixels.Length; i++) (rgb[i * 3], rgb[i * 3 + 1], rgb[i * 3 + 2]) = (pixels[i][0], pixels[i][1], pixels[i][2]);
    }

    public static void Brighten(Span<Vector128<float>> pixels, float factor)
    {
        foreach (ref var pixel in pixels) pixel = Cut(pixel * factor);
    }

    public static void Contrast(Span<Vector128<float>> pixels, float factor)
    {
        var sum = 0.0;
        foreach (var pixel in pixels) sum += Vector128.Dot(pixel, Luma);
        var grey = Vector128.Create((float)(sum / pixels.Length) * (1 - factor));
        foreach (ref var pixel in pixels) pixel = Cut(pixel * factor + grey);
    }

    public static void Saturate(Span<Vector128<float>> pixels, float factor)
    {
        foreach (ref var pixel in pixels) pixel = Cut(pixel * factor + Vector128.Create(Vector128.Dot(pixel, Luma) * (1 - factor)));
    }

    static float Factor(double amplitude, ref SplitMix64 random) => (float)random.Between(Math.Max(0, 1 - amplitude), 1 + amplitude);

    static Vector128<float> Cut(Vector128<float> pixel) => Vector128.Min(Vector128.Max(pixel, Vector128<float>.Zero), Vector128<float>.One);
}

/// <summary>Turns the hue of pixels and keeps their value and saturation in the HSV sense.</summary>
static class Hue
{
    // Where on the hexagon of six edges each channel's share begins to rise.
    static readonly Vector128<float> Corners = Vector128.Create(5f, 3f, 1f, 0f);

    /// <param name="pixels">Red, green and blue in [0, 1], one vector a pixel.</param>
    /// <param name="turns">Whole turns of the colour circle; 1/3 takes red to green.</param>
    public static void Turn(Span<Vector128<float>> pixels, float turns)
    {
        foreach (ref var pixel in pixels)
        {
            var (r, g, b) = (pixel[0], pixel[1], pixel[2]);
            var (high, low) = (Math.Max(r, Math.Max(g, b)), Math.Min(r, Math.Min(g, b)));
            var range = high - low;
            if (range > 0) pixel = FromHue(EdgeOf(r, g, b, high, range) + turns * 6, high, range);
        }
    }

    // The hue in sixths of a turn, red at 0.
    static float EdgeOf(float r, float g, float b, float high, float range) =>
        high == r ? (g - b) / range : high == g ? 2 + (b - r) / range : 4 + (r - g) / range;

    // Each channel is the value less the range times a trapezoid of the hue.
    static Vector128<float> FromHue(float edge, float high, float range)
    {
        var place = Corners + Vector128.Create(edge);
        place -= Vector128.Floor(place / 6f) * 6f;
        var drop = Vector128.Min(Vector128.Min(place, Vector128.Create(4f) - place), Vector128<float>.One);
        return Vector128.Create(high) - Vector128.Max(drop, Vector128<float>.Zero) * range;
    }
}
