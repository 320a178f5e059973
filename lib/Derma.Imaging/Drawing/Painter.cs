namespace Derma.Imaging;

/// <summary>Draws one picture after another on one canvas; each is a function of options, label and number alone.</summary>
internal sealed class Painter(SyntheticOptions options)
{
    readonly Canvas canvas = new(options.Size);

    public void Draw(int label, long number, Span<byte> rgb)
    {
        var dice = Dice.Of(options.Seed, label, number);
        canvas.Clear();
        var scene = Scene.Random(canvas, dice, options.Difficulty);
        Skin.Draw(scene);
        foreach (var part in Parts(options.Recipe.Conditions[label], dice))
            if (dice.Chance(part.Chance)) part.Draw(scene);
        Skin.Hair(scene);
        new Camera(canvas, dice, options.Difficulty.Camera).Take(scene.Light, rgb);
    }

    IReadOnlyList<LesionPart> Parts(Condition condition, Dice dice)
    {
        var other = options.Recipe.Named(dice.Pick(condition.LookAlikes)).Parts;
        if (dice.Chance(options.Difficulty.Ambiguity)) return other;
        return [.. condition.Parts.Select((part, place) => place < other.Count && dice.Chance(options.Difficulty.Overlap) ? other[place] : part)];
    }
}
