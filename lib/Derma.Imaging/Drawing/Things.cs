using System.Numerics;

namespace Derma.Imaging;

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
