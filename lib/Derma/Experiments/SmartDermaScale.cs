namespace Derma.Experiments;

/// <summary>The part of a scale that the notebooks of Smart Derma read.</summary>
public sealed record SmartDermaScale
{
    /// <summary>Side of the square pictures, in pixels. Smart Derma uses 224 (section 4.1.4).</summary>
    public required int ImageSize { get; init; }

    /// <summary>How many built-in drawings of its 13 classes to make; validation takes its share of those for training.</summary>
    public required (int Train, int Test) Drawings { get; init; }
}
