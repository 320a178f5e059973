namespace Derma.Imaging;

/// <summary>What makes the drawings hard to tell apart: one set of values for every network.</summary>
/// <remarks>
/// Targets came first, on about 700 training and 450 validation drawings at 64 px: a small network without augmentation or
/// normalisation learns its training drawings by heart and gets <see cref="SmallNetwork"/> of the others; a deep one with both gets
/// <see cref="DeepNetwork"/>; none can get much more than <see cref="Ceiling"/>. The values were then set by trial trainings of one
/// network of either kind, and are not tuned to any single attempt.
/// </remarks>
public sealed record Difficulty
{
    /// <summary>Target: validation accuracy of three convolutions without augmentation.</summary>
    public static (double Low, double High) SmallNetwork => (0.30, 0.45);

    /// <summary>Target: validation accuracy of six convolutions with batch norm and augmentation.</summary>
    public static (double Low, double High) DeepNetwork => (0.50, 0.65);

    /// <summary>The part of the drawings that their own class's recipe drew: about what a perfect network would get right.</summary>
    public double Ceiling => 1 - Ambiguity;

    /// <summary>The part of each class that is drawn wholly by a look-alike's recipe, as if a doctor had called it so.</summary>
    public float Ambiguity { get; init; } = 0.10f;

    /// <summary>How often a part of the drawing is exchanged for the look-alike's part of the same place in its recipe.</summary>
    public float Overlap { get; init; } = 0.10f;

    /// <summary>How far the lesion's middle lies from the picture's.</summary>
    public float Wander { get; init; } = 0.35f;

    /// <summary>The scale of the lesion.</summary>
    public (float Low, float High) Zoom { get; init; } = (0.85f, 1.3f);

    /// <summary>How plain the condition shows.</summary>
    public (float Low, float High) Strength { get; init; } = (0.9f, 1.2f);

    /// <summary>How much light, colour cast, vignette, blur and noise change from one drawing to the next; 0 for a studio.</summary>
    public float Camera { get; init; } = 0.4f;
}
