using System.Numerics;
using static Derma.Imaging.ValueNoise;

namespace Derma.Imaging;

/// <summary>Draws one picture after another on one canvas; each is a function of options, label and number alone.</summary>
internal sealed class Painter(SyntheticOptions options)
{
    const long ShotStream = 2;

    readonly Canvas canvas = new(options.Size);

    public void Draw(int label, long number, Span<byte> rgb)
    {
        var dice = Dice.Of(options.Seed, label, LesionOf(number));
        canvas.Clear();
        var scene = Scene.Random(canvas, dice, options.Difficulty);
        var shot = options.PhotosPerLesion == 1 ? dice : Dice.Of(options.Seed, label, number, ShotStream);
        if (shot != dice) scene = scene.Retaken(shot, options.Difficulty);
        Skin.Draw(scene);
        foreach (var part in Parts(options.Recipe.Conditions[label], dice))
            if (dice.Chance(part.Chance)) part.Draw(scene);
        Skin.Hair(scene);
        new Camera(canvas, shot, options.Difficulty.Camera).Take(scene.Light, rgb);
    }

    /// <summary>The tone of the skin in that drawing, found by throwing the same dice: 0 for the lightest, 5 for the darkest.</summary>
    public float Tone(int label, long number)
    {
        var dice = Dice.Of(options.Seed, label, LesionOf(number));
        Scene.Random(canvas, dice, options.Difficulty);
        return Skin.TonePlace(dice);
    }

    // Even numbers are for training and odd ones for testing; a lesion's photos are neighbours on one side.
    long LesionOf(long number) => 2 * (number / 2 / options.PhotosPerLesion) + number % 2;

    IReadOnlyList<LesionPart> Parts(Condition condition, Dice dice)
    {
        var other = options.Recipe.Named(dice.Pick(condition.LookAlikes)).Parts;
        if (dice.Chance(options.Difficulty.Ambiguity)) return other;
        bool Exchanged(int place) => place < other.Count && dice.Chance(options.Difficulty.Overlap);
        return [.. condition.Parts.Select((part, place) => Exchanged(place) ? other[place] : part)];
    }
}

/// <summary>Everything that a lesion part needs to know of the drawing it is part of.</summary>
/// <param name="Canvas">Where it draws.</param>
/// <param name="Dice">The drawing's random numbers.</param>
/// <param name="Light">The unit vector towards the light.</param>
/// <param name="Centre">The middle of the lesion or of the group.</param>
/// <param name="Turn">The unit vector of its long axis.</param>
/// <param name="Zoom">Its scale; 1 is the recipe's own.</param>
/// <param name="Strength">How plain the condition shows, about 0.4 to 1.1.</param>
internal sealed record Scene(Canvas Canvas, Dice Dice, Vector2 Light, Vector2 Centre, Vector2 Turn, float Zoom, float Strength)
{
    /// <summary>A scene of a pose that says nothing about the condition.</summary>
    public static Scene Random(Canvas canvas, Dice dice, Difficulty difficulty) => new(
        canvas, dice, dice.Direction(), dice.InDisc() * difficulty.Wander, dice.Direction(),
        dice.Between(difficulty.Zoom), dice.Between(difficulty.Strength));

    /// <summary>The same lesion in another photo: other light, place, turn and distance.</summary>
    public Scene Retaken(Dice shot, Difficulty difficulty) => this with
    {
        Light = shot.Direction(), Centre = shot.InDisc() * difficulty.Wander, Turn = shot.Direction(), Zoom = shot.Between(difficulty.Zoom),
    };

    /// <summary>From the lesion's own axes to the picture's.</summary>
    public Vector2 Place(Vector2 local) =>
        Centre + Zoom * new Vector2(Turn.X * local.X - Turn.Y * local.Y, Turn.Y * local.X + Turn.X * local.Y);

    /// <summary>
    /// From the picture's axes to the lesion's: where a texture is read, so that its lattice never lies along the pixels.
    /// </summary>
    public Vector2 Texture(Vector2 at) => new Vector2(Vector2.Dot(at, Turn), at.Y * Turn.X - at.X * Turn.Y) / Zoom;
}

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

    static readonly Strokes DarkHair =
        new(Ink.Dark, (2, 12), (0.4f, 1.3f)) { Width = 0.012f, Spread = 1, Curl = 0.15f, Amount = (0.6f, 1f) };

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
        var (seed, mottling) = (dice.Bits(), dice.Between(0.02f, 0.10f));
        var (redness, pores) = (dice.Between(0, 0.16f), dice.Between(0.01f, 0.06f));
        scene.Canvas.Everywhere((Vector2 at, ref Vector3 pixel, ref float lesion) =>
        {
            var blotch = MathF.Max(0, At(at * 1.9f, seed + 1));
            var pore = 1 + pores * At(at * 21, seed + 2) + mottling * Fractal(at * 2.6f, seed, 3);
            pixel = Ink.Erythema.Over(tone * pore, redness * 2 * blotch);
        });
    }

    // More often light, since the published photos do so too.
    public static float TonePlace(Dice dice) => MathF.Pow(dice.Unit(), 1.5f) * (LightToDark.Length - 1);

    static Vector3 Tone(Dice dice)
    {
        var place = TonePlace(dice);
        var tone = Vector3.Lerp(LightToDark[(int)place], LightToDark[(int)place + 1], place - (int)place);
        return tone * new Vector3(dice.Between(0.96f, 1.04f), dice.Between(0.95f, 1.05f), dice.Between(0.92f, 1.08f));
    }
}
