namespace Derma.Data.Synthetic;

/// <summary>Draws one picture after another on one canvas; each is a function of its own dice alone.</summary>
internal sealed class Painter(SyntheticRecipe recipe, Difficulty difficulty, int size)
{
    readonly Canvas canvas = new(size);

    public void Draw(int label, Dice dice, Span<byte> rgb)
    {
        canvas.Clear();
        var scene = Scene.Random(canvas, dice, difficulty);
        Skin.Draw(scene);
        foreach (var part in Parts(recipe.Conditions[label], dice))
            if (dice.Chance(part.Chance)) part.Draw(scene);
        Skin.Hair(scene);
        new Camera(canvas, dice, difficulty.Camera).Take(scene.Light, rgb);
    }

    IReadOnlyList<LesionPart> Parts(Condition condition, Dice dice)
    {
        var other = recipe.Named(dice.Pick(condition.LookAlikes)).Parts;
        if (dice.Chance(difficulty.Ambiguity)) return other;
        return [.. condition.Parts.Select((part, place) => place < other.Count && dice.Chance(difficulty.Overlap) ? other[place] : part)];
    }
}
