namespace Derma.Prediction;

/// <summary>How a photo is mirrored before a model sees it.</summary>
enum Mirror
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Left and right change places.</summary>
    LeftRight,

    /// <summary>Above and below change places.</summary>
    UpsideDown,
}
