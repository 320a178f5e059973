namespace Derma.Data;

/// <summary>How a set without parts of its own is divided.</summary>
public sealed record SplitOptions
{
    /// <summary>Share of the photos for <see cref="Subset.Validation"/>.</summary>
    public double ValidationFraction { get; init; } = 0.2;

    /// <summary>Share of the photos for <see cref="Subset.Test"/>.</summary>
    public double TestFraction { get; init; }

    /// <summary>Decides which lesions go where.</summary>
    public long Seed { get; init; }

    /// <summary>
    /// Keep all photos of one lesion in one part. False divides by photo, so that a model is asked about lesions it was trained on: wrong,
    /// and there only to measure how much better it then looks.
    /// </summary>
    public bool GroupByLesion { get; init; } = true;
}
