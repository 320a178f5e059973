namespace Derma.Data;

/// <summary>How far photos are changed at random: the five changes that the CNN report names without amplitudes (2.2).</summary>
/// <remarks>Pixels that come from outside the photo repeat its edge, as with <c>fill_mode="nearest"</c> in Keras' ImageDataGenerator.</remarks>
public sealed record AugmentationOptions
{
    /// <summary>No change at all.</summary>
    public static AugmentationOptions None { get; } = new();

    /// <summary>Amplitudes usual in Keras examples of ImageDataGenerator; the report prints none.</summary>
    public static AugmentationOptions KerasLike { get; } = new()
    {
        RotationDegrees = 20, Shift = 0.1, HorizontalFlip = true, Brightness = (0.8, 1.2), Zoom = 0.1,
    };

    /// <summary>Turn about the middle by up to this many degrees either way.</summary>
    public double RotationDegrees { get; init; }

    /// <summary>Move along each axis by up to this fraction of the side either way.</summary>
    public double Shift { get; init; }

    /// <summary>Mirror left and right, for half of the photos.</summary>
    public bool HorizontalFlip { get; init; }

    /// <summary>Mirror top and bottom, for half of the photos.</summary>
    public bool VerticalFlip { get; init; }

    /// <summary>Factor of all channels, cut off at white.</summary>
    public (double Low, double High) Brightness { get; init; } = (1, 1);

    /// <summary>Scale each axis by a factor in 1 ± this.</summary>
    public double Zoom { get; init; }
}
