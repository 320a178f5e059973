using System.Runtime.Intrinsics;

namespace Derma.Imaging;

/// <summary>
/// Reads between the four values of a grid that lie about a place: between left and right first, then between above and below. Shares are 0
/// at the left and upper values, 1 at the right and lower ones.
/// </summary>
public static class Bilinear
{
    /// <summary>Between four numbers.</summary>
    public static float Between(float topLeft, float topRight, float bottomLeft, float bottomRight, float across, float down)
    {
        var top = topLeft + (topRight - topLeft) * across;
        var bottom = bottomLeft + (bottomRight - bottomLeft) * across;
        return top + (bottom - top) * down;
    }

    /// <summary>Between four pixels, each a vector of its colours.</summary>
    public static Vector128<float> Between(
        Vector128<float> topLeft, Vector128<float> topRight, Vector128<float> bottomLeft, Vector128<float> bottomRight,
        float across, float down)
    {
        var top = topLeft + (topRight - topLeft) * across;
        var bottom = bottomLeft + (bottomRight - bottomLeft) * across;
        return top + (bottom - top) * down;
    }
}
