namespace Derma.Core;

/// <summary>What a changed answer did to a photo.</summary>
public enum FlipKind
{
    /// <summary>The first classifier was right, the second is wrong.</summary>
    RightToWrong,

    /// <summary>The first classifier was wrong, the second is right.</summary>
    WrongToRight,

    /// <summary>Both are wrong, in different ways.</summary>
    WrongToOtherWrong,
}
