namespace Derma.Training;

/// <summary>How far one kind of figure is from the file's.</summary>
/// <param name="Kind">What was compared.</param>
/// <param name="Largest">The largest difference.</param>
/// <param name="Tolerance">The largest that passes.</param>
public sealed record GoldenDifference(string Kind, double Largest, double Tolerance)
{
    /// <summary>Whether it passes; a difference that is no number does not.</summary>
    public bool Passes => Largest <= Tolerance;
}
