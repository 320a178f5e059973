namespace Derma.Imaging;

/// <summary>One thing that a recipe draws: spots, a ring, scale, vessels. All lengths are in half widths of the picture.</summary>
public abstract record LesionPart
{
    /// <summary>How often a drawing of the condition has this part, 0 to 1.</summary>
    public float Chance { get; init; } = 1;

    /// <summary>Draws the part.</summary>
    internal abstract void Draw(Scene scene);
}
