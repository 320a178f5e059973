using System.Numerics;

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
