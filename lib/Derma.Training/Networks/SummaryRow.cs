namespace Derma.Training;

/// <summary>One layer of a summary.</summary>
/// <param name="Layer">Name, as in the tensors' names.</param>
/// <param name="Type">Keras' name of the layer's kind.</param>
/// <param name="OutputShape">Shape as Keras writes it, batch first and channels last.</param>
/// <param name="Parameters">Weights, biases and moving statistics.</param>
public sealed record SummaryRow(string Layer, string Type, string OutputShape, long Parameters);
