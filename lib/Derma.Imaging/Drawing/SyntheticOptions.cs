namespace Derma.Imaging;

/// <summary>Which drawings to make. Equal options give equal files, whatever the machine's number of cores.</summary>
public sealed record SyntheticOptions
{
    /// <summary>Width and height in pixels, 32 to 256.</summary>
    public int Size { get; init; } = 64;

    /// <summary>Drawings to train on.</summary>
    public int TrainPhotos { get; init; } = 700;

    /// <summary>Drawings to judge on.</summary>
    public int TestPhotos { get; init; } = 450;

    /// <summary>Another seed gives other drawings of the same kind.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The classes and how they are drawn.</summary>
    public SyntheticRecipe Recipe { get; init; } = SyntheticSkin.Conditions22;

    /// <summary>How hard the classes are to tell apart.</summary>
    public Difficulty Difficulty { get; init; } = new();

    /// <summary>Drawings made at once; 0 for one per core.</summary>
    public int Threads { get; init; }
}
