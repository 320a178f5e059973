namespace Derma.Training;

/// <summary>The two sizes of MobileNetV3.</summary>
public enum MobileNetV3Variant
{
    /// <summary>15 blocks; the network of Smart Derma's experiment 1.</summary>
    Large,

    /// <summary>11 narrower blocks.</summary>
    Small,
}
