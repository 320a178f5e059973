namespace Derma.Notebooks.Results;

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
