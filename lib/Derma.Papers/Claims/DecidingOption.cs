namespace Derma.Papers;

/// <summary>A named option of the library that decides what a paper leaves open.</summary>
/// <param name="Name">Type and member, such as <c>TrainingOptions.LearningRate</c>.</param>
/// <param name="Value">What the workbook uses.</param>
/// <param name="Others">What else can be tried, and where it is.</param>
public sealed record DecidingOption(string Name, string Value, string Others);
