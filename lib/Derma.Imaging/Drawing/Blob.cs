using System.Numerics;

namespace Derma.Imaging;

/// <summary>A wobbly ellipse as a depth field.</summary>
internal readonly struct Blob(Vector2 centre, float radius, Vector2 axis, float aspect, float wobble, uint seed)
{
    public Vector2 Centre => centre;

    public float Radius => radius;

    /// <summary>How far from the centre the depth can be above -<paramref name="edge"/>.</summary>
    public float Reach(float edge) => radius * aspect * (1 + edge) * (1 + wobble);

    /// <summary>1 at the centre, 0 on the border, negative outside; as steep everywhere as in a disc.</summary>
    public float Depth(Vector2 at)
    {
        var offset = (at - centre) / radius;
        var local = new Vector2(Vector2.Dot(offset, axis) / aspect, offset.X * axis.Y - offset.Y * axis.X);
        var length = local.Length() + 1e-6f;
        return wobble == 0 ? 1 - length : 1 - length * (1 + wobble * ValueNoise.Fractal(local / length * 1.5f, seed, 2));
    }
}
