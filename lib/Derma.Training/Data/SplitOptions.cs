namespace Derma.Training;

/// <summary>How a set without parts of its own is divided.</summary>
public sealed record SplitOptions
{
    /// <summary>70 / 15 / 15: Smart Derma's ranges are 70 to 80 % for training and 10 to 15 % for each of the other two (4.1.5).</summary>
    public static SplitOptions ThreeParts { get; } = new() { ValidationFraction = 0.15, TestFraction = 0.15 };

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

    /// <summary>Validation's share of what is left when the test part is taken out.</summary>
    internal double ValidationShareOfRest => ValidationFraction / (1 - TestFraction);
}
