namespace Derma.Training;

/// <summary>One value of an event file; exactly one of the last four is set.</summary>
/// <param name="WallTime">Seconds since 1970.</param>
/// <param name="Step">Place on the axis.</param>
/// <param name="Tag">Name.</param>
/// <param name="Scalar">A point of a curve.</param>
/// <param name="Histogram">A distribution.</param>
/// <param name="Png">A picture.</param>
/// <param name="Text">A text.</param>
public sealed record LoggedValue(
    double WallTime, long Step, string Tag, float? Scalar = null, HistogramBuckets? Histogram = null, byte[]? Png = null, string? Text = null);
