using System.Numerics;
using static Derma.Imaging.ValueNoise;

namespace Derma.Imaging;

/// <summary>Round lesions: a mole, a plaque, a pale patch, papules, pustules, blisters, bites, a flush.</summary>
/// <param name="Ink">Their colour.</param>
/// <param name="Count">How many, both ends included.</param>
/// <param name="Radius">Their radius.</param>
public sealed record Spots(Ink Ink, (int Low, int High) Count, (float Low, float High) Radius) : LesionPart
{
    /// <summary>How they lie about the middle.</summary>
    public Arrangement Arrangement { get; init; }
    /// <summary>How far from the middle they lie.</summary>
    public float Spread { get; init; }
    /// <summary>How much of the ink they have.</summary>
    public (float Low, float High) Amount { get; init; } = (0.8f, 1f);
    /// <summary>The width of the border as a part of the radius; 1 has no border to see.</summary>
    public float Edge { get; init; } = 0.15f;
    /// <summary>How irregular the outline is, 0 for an ellipse.</summary>
    public float Wobble { get; init; } = 0.15f;
    /// <summary>The largest ratio of length to width.</summary>
    public float Aspect { get; init; } = 1.3f;
    /// <summary>How far they rise, seen as a light and a dark side; negative for a hollow.</summary>
    public float Dome { get; init; }
    /// <summary>The brightness of the light's reflection on them.</summary>
    public float Gloss { get; init; }
    /// <summary>A second ink in the middle.</summary>
    public Ink? Core { get; init; }
    /// <summary>The radius of the middle as a part of the whole.</summary>
    public float CoreSize { get; init; } = 0.45f;
    /// <summary>A third ink along the border.</summary>
    public Ink? Rim { get; init; }

    internal override void Draw(Scene scene)
    {
        var count = scene.Dice.Whole(Count);
        for (var index = 0; index < count; index++)
        {
            var blob = OneBlob(scene, Arrangement.Place(scene, Spread, index, count));
            var amount = Math.Min(1, scene.Dice.Between(Amount) * scene.Strength);
            scene.Canvas.Over(blob.Centre, blob.Reach(Edge), Stamp(blob, amount, scene.Light));
        }
    }

    Blob OneBlob(Scene scene, Vector2 centre)
    {
        var dice = scene.Dice;
        return new(centre, dice.Between(Radius) * scene.Zoom, dice.Direction(), dice.Between(1, Aspect), Wobble, dice.Bits());
    }

    Brush Stamp(Blob blob, float amount, Vector2 light) => (Vector2 at, ref Vector3 pixel, ref float lesion) =>
    {
        var depth = blob.Depth(at);
        var cover = Step(-Edge, Edge, depth);
        if (cover <= 0) return;
        pixel = Ink.Over(pixel, cover * amount);
        if (Rim is { } rim) pixel = rim.Over(pixel, amount * MathF.Max(0, 1 - MathF.Abs(depth - 0.05f) / 0.25f));
        if (Core is { } core) pixel = core.Over(pixel, amount * Step(-0.15f, 0.15f, depth - 1 + CoreSize));
        pixel = Relief(pixel, (at - blob.Centre) / blob.Radius, light, cover);
        lesion = MathF.Max(lesion, cover * amount);
    };

    Vector3 Relief(Vector3 pixel, Vector2 offset, Vector2 light, float cover)
    {
        if (Dome != 0) pixel *= 1 + Dome * cover * Math.Clamp(Vector2.Dot(offset, light), -1, 1);
        if (Gloss == 0) return pixel;
        var shine = MathF.Max(0, 1 - (offset - light * 0.4f).LengthSquared() * 9);
        return Vector3.Lerp(pixel, Vector3.One, Gloss * shine);
    }
}

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

/// <summary>How several lesions lie about the middle of their group.</summary>
public enum Arrangement
{
    /// <summary>Anywhere within the spread, more of them in the middle.</summary>
    Scattered,
    /// <summary>One after another along the long axis, as bites do.</summary>
    Row,
    /// <summary>Left and right of the middle, as on two cheeks.</summary>
    Butterfly,
}

internal static class Arrangements
{
    /// <summary>The place of one of <paramref name="count"/> lesions.</summary>
    public static Vector2 Place(this Arrangement arrangement, Scene scene, float spread, int index, int count) =>
        scene.Place(spread * arrangement switch
        {
            Arrangement.Row => new Vector2(count == 1 ? 0 : 2f * index / (count - 1) - 1, 0) + scene.Dice.InDisc() * 0.15f,
            Arrangement.Butterfly => new Vector2(index % 2 == 0 ? -1 : 1, 0) + scene.Dice.InDisc() * 0.25f,
            _ => scene.Dice.InDisc(),
        });
}
