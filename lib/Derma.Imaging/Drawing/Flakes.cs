using System.Numerics;
using static Derma.Imaging.ValueNoise;

namespace Derma.Imaging;

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
            if (lesion > 0.05f) pixel = Ink.Over(pixel, amount * lesion * Step(level - 0.15f, level + 0.15f, Fractal(scene.Texture(at) * Grain, seed, 2)));
        });
    }
}
