using System.Text.Json.Serialization;

namespace Derma.Training;

/// <summary>The numbers of one weight tensor, or of its gradient.</summary>
/// <param name="Name">Name of the weight tensor.</param>
/// <param name="Histogram">Their distribution.</param>
public sealed record TensorDistribution(string Name, HistogramBuckets Histogram)
{
    /// <summary>Their L2 norm.</summary>
    [JsonIgnore]
    public double Norm => Math.Sqrt(Histogram.SumOfSquares);
}
