using System.Text.Json.Serialization;
using static Derma.Core.OptionCheck;

namespace Derma.Imaging;

/// <summary>
/// How far photos are changed at random: the five changes that the CNN report names without amplitudes (2.2), and those that Smart Derma
/// adds (4.2.1). A crop comes first, then mirror, zoom, shift and rotation, all as one map, then brightness and colours.
/// </summary>
/// <remarks>
/// Pixels that come from outside the photo repeat its edge, as with <c>fill_mode="nearest"</c> in Keras' ImageDataGenerator.
/// </remarks>
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

/// <summary>
/// Random changes of colour, as torchvision's <c>ColorJitter</c>: each factor is uniform in [max(0, 1 - amplitude), 1 + amplitude], the
/// hue's shift in [-Hue, Hue], and the four changes come in an order drawn for each photo. Smart Derma names colour variation (4.1) and
/// contrast variation (4.2.1) without amplitudes.
/// </summary>
public sealed record ColourJitter
{
    /// <summary>Amplitude of the factor of all channels.</summary>
    public double Brightness { get; init; }

    /// <summary>Amplitude of the factor of each pixel's distance from the photo's mean grey.</summary>
    public double Contrast { get; init; }

    /// <summary>Amplitude of the factor of each pixel's distance from its own grey.</summary>
    public double Saturation { get; init; }

    /// <summary>Largest turn of the colour circle either way, in turns: at most 0.5.</summary>
    public double Hue { get; init; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="UserError">An amplitude is out of range.</exception>
    public void Validate()
    {
        Require(Brightness >= 0, nameof(Brightness), Brightness, "at least 0");
        Require(Contrast >= 0, nameof(Contrast), Contrast, "at least 0");
        Require(Saturation >= 0, nameof(Saturation), Saturation, "at least 0");
        Require(Hue is >= 0 and <= 0.5, nameof(Hue), Hue, "between 0 and 0.5 turns");
    }
}

/// <summary>
/// A random rectangle of the photo, stretched to the whole square, as torchvision's <c>RandomResizedCrop</c> (whose defaults these are): up
/// to ten tries at an area and an aspect that fit, else the whole photo. Smart Derma 4.2.1 calls it dynamic resizing. What lies outside the
/// rectangle may still be seen where the photo is also turned or moved.
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
