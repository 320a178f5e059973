namespace Derma.Notebooks.Results;

/// <summary>A short word about a notebook, such as a count of verdicts.</summary>
/// <param name="Text">The word.</param>
/// <param name="Tone">What it says at a glance.</param>
public sealed record Badge(string Text, BadgeTone Tone = BadgeTone.Neutral);
