namespace Derma.Training;

/// <summary>The part of a photo set that a photo belongs to.</summary>
public enum Subset
{
    /// <summary>Photos that weights are fitted to.</summary>
    Train,

    /// <summary>Held out: the CNN report's one test set, which it uses to choose between attempts and to judge them.</summary>
    Validation,

    /// <summary>Touched by no choice at all; empty unless the source has three parts or one is carved out.</summary>
    Test,
}
