using System.Numerics;
using static Derma.Imaging.ValueNoise;

namespace Derma.Imaging;

/// <summary>A lesion that heals in the middle and grows at its border, as ringworm does.</summary>
/// <param name="Ink">Of the border.</param>
/// <param name="Count">How many, both ends included.</param>
/// <param name="Radius">Of the ring's middle line.</param>
public sealed record Ring(Ink Ink, (int Low, int High) Count, (float Low, float High) Radius) : LesionPart
{
    /// <summary>The width of the border as a part of the radius.</summary>
    public float Width { get; init; } = 0.28f;
    /// <summary>How much of the ink is left inside.</summary>
    public float Inside { get; init; } = 0.25f;
    /// <summary>How far from the middle of the group they lie.</summary>
    public float Spread { get; init; } = 0.3f;
    /// <summary>How irregular the outline is.</summary>
    public float Wobble { get; init; } = 0.2f;

    internal override void Draw(Scene scene)
    {
        var count = scene.Dice.Whole(Count);
        for (var index = 0; index < count; index++)
        {
            var dice = scene.Dice;
            var centre = Arrangement.Scattered.Place(scene, count == 1 ? 0 : Spread, index, count);
            var blob = new Blob(centre, dice.Between(Radius) * scene.Zoom, dice.Direction(), dice.Between(1, 1.3f), Wobble, dice.Bits());
            scene.Canvas.Over(centre, blob.Reach(Width), Stamp(blob, Math.Min(1, scene.Strength), dice.Bits()));
        }
    }

    Brush Stamp(Blob blob, float amount, uint seed) => (Vector2 at, ref Vector3 pixel, ref float lesion) =>
    {
        var depth = blob.Depth(at);
        if (depth < -Width) return;
        var broken = 1 - 0.5f * MathF.Max(0, ValueNoise.At(at * 4, seed));
        var border = MathF.Max(0, 1 - MathF.Abs(depth) / Width) * broken;
        pixel = Ink.Over(pixel, amount * MathF.Max(border, depth > 0 ? Inside : 0));
        lesion = MathF.Max(lesion, border * amount);
    };
}

/// <summary>Specks on the lesions drawn so far: scale, crust, curds, uneven pigment.</summary>
/// <param name="Ink">Their colour.</param>
/// <param name="Grain">How many of them fit into half the picture's width.</param>
/// <param name="Share">The part of the lesion that they cover, 0 to 1.</param>
public sealed record Flakes(Ink Ink, float Grain, float Share) : LesionPart
{
    /// <summary>How much of the ink they have.</summary>
    public (float Low, float High) Amount { get; init; } = (0.6f, 1f);

    internal override void Draw(Scene scene)
    {
        var amount = Math.Min(1, scene.Dice.Between(Amount) * scene.Strength);
        var seed = scene.Dice.Bits();
        // The noise is densest about 0 and rarely beyond 0.6, so this maps the share to a level it exceeds about that often.
        var level = 0.6f - 1.2f * Share;
        scene.Canvas.Everywhere((Vector2 at, ref Vector3 pixel, ref float lesion) =>
        {
            if (lesion <= 0.05f) return;
            pixel = Ink.Over(pixel, amount * lesion * Step(level - 0.15f, level + 0.15f, Fractal(scene.Texture(at) * Grain, seed, 2)));
        });
    }
}

/// <summary>Relief on the lesions drawn so far: the papillae of a wart, the wax of a keratosis, thickened skin.</summary>
/// <param name="Grain">How many bumps fit into half the picture's width.</param>
/// <param name="Height">Their height, as a change of brightness.</param>
public sealed record Roughness(float Grain, float Height) : LesionPart
{
    internal override void Draw(Scene scene)
    {
        var seed = scene.Dice.Bits();
        var step = scene.Light * (0.35f * scene.Zoom / Grain);
        scene.Canvas.Everywhere((Vector2 at, ref Vector3 pixel, ref float lesion) =>
        {
            if (lesion <= 0.05f) return;
            var slope = ValueNoise.At(scene.Texture(at) * Grain, seed) - ValueNoise.At(scene.Texture(at + step) * Grain, seed);
            pixel *= MathF.Max(0.2f, 1 + Height * scene.Strength * lesion * slope * 2);
        });
    }
}

/// <summary>Something that is no skin at all: a flat or striped object in front of everything, as in the class of unknown photos.</summary>
public sealed record Things : LesionPart
{
    internal override void Draw(Scene scene)
    {
        var dice = scene.Dice;
        var (ground, stripe) = (Colour(dice), Colour(dice));
        var (grain, seed, axis, box) = (dice.Between(2, 9), dice.Bits(), dice.Direction(), dice.Between(0.4f, 1.3f));
        scene.Canvas.Everywhere((Vector2 at, ref Vector3 pixel, ref float lesion) =>
        {
            var offset = at - scene.Centre;
            var (along, across) = (Vector2.Dot(offset, axis), offset.X * axis.Y - offset.Y * axis.X);
            var inside = ValueNoise.Step(0.03f, -0.03f, MathF.Max(MathF.Abs(along), MathF.Abs(across)) - box);
            var wave = 0.5f + 0.5f * MathF.Sin(along * grain + ValueNoise.At(at, seed));
            pixel = Vector3.Lerp(pixel, Vector3.Lerp(ground, stripe, ValueNoise.Step(0.4f, 0.6f, wave)), inside);
        });
    }

    static Vector3 Colour(Dice dice) => new(dice.Between(0.1f, 0.95f), dice.Between(0.1f, 0.95f), dice.Between(0.1f, 0.95f));
}
