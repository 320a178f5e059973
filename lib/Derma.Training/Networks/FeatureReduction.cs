namespace Derma.Training;

/// <summary>How the last maps become one vector.</summary>
public enum FeatureReduction
{
    /// <summary>All pixels of all maps in one row (attempts 1 to 6).</summary>
    Flatten,

    /// <summary>The mean of each map (attempt 7 on).</summary>
    GlobalAverage,
}
