using static Derma.Core.OptionCheck;

namespace Derma.Imaging;

/// <summary>
/// A random rectangle of the photo, stretched to the whole square, as torchvision's <c>RandomResizedCrop</c> (whose defaults these are): up to ten tries at an
/// area and an aspect that fit, else the whole photo. Smart Derma 4.2.1 calls it dynamic resizing. What lies outside the rectangle may still be seen
/// where the photo is also turned or moved.
/// </summary>
public sealed record RandomResizedCrop
{
    /// <summary>Share of the photo's area.</summary>
    public (double Low, double High) Scale { get; init; } = (0.08, 1);

    /// <summary>Width over height, uniform in its logarithm.</summary>
    public (double Low, double High) Aspect { get; init; } = (3.0 / 4, 4.0 / 3);

    /// <summary>Checks every option.</summary>
    /// <exception cref="UserError">A range is empty or out of bounds.</exception>
    public void Validate()
    {
        Require(Scale.Low > 0 && Scale.Low <= Scale.High && Scale.High <= 1, nameof(Scale), Scale, "a range above 0 and up to 1");
        Require(Aspect.Low > 0 && Aspect.Low <= Aspect.High, nameof(Aspect), Aspect, "a range above 0");
    }
}
