using System.Runtime.Intrinsics;

namespace Derma.Imaging;

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
