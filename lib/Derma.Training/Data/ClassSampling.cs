namespace Derma.Training;

/// <summary>How often an epoch shows the photos of each class (Smart Derma 4.1.6 and 4.2.1). Classes without photos take no part.</summary>
public enum ClassSampling
{
    /// <summary>Every photo once.</summary>
    Natural,

    /// <summary>As many draws as there are photos, with replacement, every class equally likely (stratified sampling).</summary>
    Balanced,

    /// <summary>As many draws as there are photos, with replacement, a class as likely as the square root of its size: between the two above.</summary>
    SquareRoot,

    /// <summary>Every photo at least once; rarer classes are repeated up to the size of the largest.</summary>
    Oversampled,

    /// <summary>As many photos of each class as the rarest has, drawn anew each epoch.</summary>
    Undersampled,
}
