namespace Derma.Inference;

/// <summary>How likely a model holds one class to be.</summary>
/// <param name="Label">The class's name in the data set: the folder's, with its underscores.</param>
/// <param name="Title">The same for a reader.</param>
/// <param name="Probability">In [0, 1], after the temperature.</param>
public sealed record ClassProbability(string Label, string Title, double Probability);
