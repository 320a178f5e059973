using System.Text.Json.Serialization;

namespace Derma.Inference;

/// <summary>What pixels in [0, 1] become before a network sees them: (pixel - mean) / standard deviation, channel by channel.</summary>
/// <param name="Mean">Red, green, blue.</param>
/// <param name="StandardDeviation">Red, green, blue; above 0.</param>
public sealed record Normalisation(IReadOnlyList<float> Mean, IReadOnlyList<float> StandardDeviation)
{
    /// <summary>Pixels as they are.</summary>
    public static Normalisation UnitRange { get; } = new([0, 0, 0], [1, 1, 1]);

    /// <summary>The figures of ImageNet that torchvision's weights were trained with.</summary>
    public static Normalisation ImageNet { get; } = new([0.485f, 0.456f, 0.406f], [0.229f, 0.224f, 0.225f]);

    /// <summary>Whether pixels stay as they are.</summary>
    [JsonIgnore]
    public bool IsUnitRange => Equals(UnitRange);

    /// <summary>The same six numbers.</summary>
    public bool Equals(Normalisation? other) =>
        other is not null && Mean.SequenceEqual(other.Mean) && StandardDeviation.SequenceEqual(other.StandardDeviation);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Mean[0], Mean[1], Mean[2], StandardDeviation[0], StandardDeviation[1], StandardDeviation[2]);
}
