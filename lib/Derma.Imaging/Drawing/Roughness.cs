using System.Numerics;

namespace Derma.Imaging;

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
