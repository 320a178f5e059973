using System.Numerics;
using static Derma.Imaging.ValueNoise;

namespace Derma.Imaging;

/// <summary>The skin under a lesion: its tone, mottling, pores, creases and freckles.</summary>
internal static class Skin
{
    static readonly Vector3[] LightToDark =
    [
        new(0.95f, 0.82f, 0.75f), new(0.90f, 0.73f, 0.62f), new(0.81f, 0.61f, 0.48f),
        new(0.68f, 0.47f, 0.34f), new(0.49f, 0.32f, 0.22f), new(0.33f, 0.22f, 0.16f),
    ];

    static readonly Strokes Crease = new(Ink.Tan, (2, 6), (0.8f, 2f)) { Width = 0.015f, Spread = 1, Curl = 0.12f, Amount = (0.2f, 0.5f) };

    static readonly Spots Freckles = new(Ink.Tan, (4, 14), (0.02f, 0.05f)) { Spread = 1.2f, Edge = 0.4f, Amount = (0.3f, 0.7f) };

    static readonly Strokes DarkHair = new(Ink.Dark, (2, 12), (0.4f, 1.3f)) { Width = 0.012f, Spread = 1, Curl = 0.15f, Amount = (0.6f, 1f) };

    public static void Draw(Scene scene)
    {
        Ground(scene);
        var plain = scene with { Centre = Vector2.Zero, Zoom = 1, Strength = 1 };
        if (scene.Dice.Chance(0.25f)) Crease.Draw(plain);
        if (scene.Dice.Chance(0.2f)) Freckles.Draw(plain);
    }

    public static void Hair(Scene scene)
    {
        if (scene.Dice.Chance(0.22f)) DarkHair.Draw(scene with { Centre = Vector2.Zero, Zoom = 1, Strength = 1 });
    }

    static void Ground(Scene scene)
    {
        var dice = scene.Dice;
        var tone = Tone(dice);
        var (seed, mottling, redness, pores) = (dice.Bits(), dice.Between(0.02f, 0.10f), dice.Between(0, 0.16f), dice.Between(0.01f, 0.06f));
        scene.Canvas.Everywhere((Vector2 at, ref Vector3 pixel, ref float lesion) =>
        {
            var blotch = MathF.Max(0, At(at * 1.9f, seed + 1));
            var pore = 1 + pores * At(at * 21, seed + 2) + mottling * Fractal(at * 2.6f, seed, 3);
            pixel = Ink.Erythema.Over(tone * pore, redness * 2 * blotch);
        });
    }

    static Vector3 Tone(Dice dice)
    {
        // More often light, since the published photos do so too.
        var place = MathF.Pow(dice.Unit(), 1.5f) * (LightToDark.Length - 1);
        var tone = Vector3.Lerp(LightToDark[(int)place], LightToDark[(int)place + 1], place - (int)place);
        return tone * new Vector3(dice.Between(0.96f, 1.04f), dice.Between(0.95f, 1.05f), dice.Between(0.92f, 1.08f));
    }
}
