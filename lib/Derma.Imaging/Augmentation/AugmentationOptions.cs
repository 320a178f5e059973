using System.Text.Json.Serialization;

namespace Derma.Imaging;

/// <summary>
/// How far photos are changed at random: the five changes that the CNN report names without amplitudes (2.2), and those that Smart Derma adds
/// (4.2.1). A crop comes first, then mirror, zoom, shift and rotation, all as one map, then brightness and colours.
/// </summary>
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

    /// <summary>Amplitudes usual in PyTorch examples; Smart Derma names the changes (3.1, 4.2.1) and prints no amplitude.</summary>
    public static AugmentationOptions TorchvisionLike { get; } = new()
    {
        RotationDegrees = 15,
        HorizontalFlip = true,
        Crop = new RandomResizedCrop { Scale = (0.7, 1) },
        Colour = new ColourJitter { Brightness = 0.2, Contrast = 0.2, Saturation = 0.2, Hue = 0.02 },
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

    /// <summary>A random part of the photo, or null for the whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RandomResizedCrop? Crop { get; init; }

    /// <summary>Changes of brightness, contrast, saturation and hue, or null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ColourJitter? Colour { get; init; }

    /// <summary>Checks the crop's and the colours' options.</summary>
    /// <exception cref="UserError">An option is out of range.</exception>
    public void Validate()
    {
        Crop?.Validate();
        Colour?.Validate();
    }
}
