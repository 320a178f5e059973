using static Derma.Core.OptionCheck;

namespace Derma.Imaging;

/// <summary>
/// Random changes of colour, as torchvision's <c>ColorJitter</c>: each factor is uniform in [max(0, 1 - amplitude), 1 + amplitude], the
/// hue's shift in [-Hue, Hue], and the four changes come in an order drawn for each photo. Smart Derma names colour variation (4.1) and contrast
/// variation (4.2.1) without amplitudes.
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
