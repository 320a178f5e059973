namespace Derma.Training;

/// <summary>The numbers that one layer is given: the activations before it.</summary>
/// <param name="Layer">Name of the layer's module.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their spread about it, divided by their number.</param>
/// <param name="Zeros">Share of them that is exactly 0, as a ReLU makes them; 0 to 1.</param>
public sealed record ActivationStatistics(string Layer, double Mean, double StandardDeviation, double Zeros);
