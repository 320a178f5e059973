namespace Derma.Imaging;

/// <summary>How a photo is mirrored before a model sees it.</summary>
public enum Mirror
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Left and right change places.</summary>
    LeftRight,

    /// <summary>Above and below change places.</summary>
    UpsideDown,
}
