namespace Derma.Notebooks.Results;

/// <summary>A short word about a notebook, such as a count of verdicts.</summary>
/// <param name="Text">The word.</param>
/// <param name="Tone">What it says at a glance.</param>
public sealed record Badge(string Text, BadgeTone Tone = BadgeTone.Neutral);

/// <summary>How a badge is coloured.</summary>
public enum BadgeTone
{
    /// <summary>Neither good nor bad.</summary>
    Neutral,
    /// <summary>As it should be.</summary>
    Good,
    /// <summary>Worth a look.</summary>
    Warning,
    /// <summary>Not as it should be.</summary>
    Bad,
}
