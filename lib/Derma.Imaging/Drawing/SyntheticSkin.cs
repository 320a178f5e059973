namespace Derma.Imaging;

/// <summary>
/// Drawings of skin conditions, made by a program from a seed: a teaching stand-in for photos that nobody may redistribute.
/// They have the folders and class names of the papers' data sets (CNN report, section 2.1; Smart Derma, section 4.1) and classes that are
/// confused with each other, but no drawing shows a person and no number measured on them says anything about skin.
/// </summary>
public static class SyntheticSkin
{
    const int SmallestSize = 32;
    const int LargestSize = 256;

    /// <summary>The 22 classes of the CNN report, in the proportions of its data set.</summary>
    public static SyntheticRecipe Conditions22 => Imaging.Conditions22.Recipe;

    /// <summary>The 13 classes of Smart Derma (4.1.2), in proportions of our own: the paper prints none.</summary>
    public static SyntheticRecipe Conditions13 => Imaging.Conditions13.Recipe;

    /// <summary>Draws one picture, a pure function of its arguments.</summary>
    /// <param name="options">Size, seed, recipe and difficulty; the counts do not matter.</param>
    /// <param name="label">The class, an index into the recipe's conditions.</param>
    /// <param name="number">Which drawing of the class; training drawings have the even numbers from 0 on, test drawings the odd
    /// ones.</param>
    /// <param name="rgb">Receives Size x Size x 3 bytes: rows from the top, then columns, then red, green, blue.</param>
    /// <exception cref="UserError">The size is not from 32 to 256.</exception>
    public static void Draw(SyntheticOptions options, int label, long number, Span<byte> rgb)
    {
        Check(options);
        new Painter(options).Draw(label, number, rgb);
    }

    /// <summary>
    /// The tone of the skin that a drawing shows, from 1 for the lightest of six to 6 for the darkest. Light, colour cast and blur are put
    /// over it.
    /// </summary>
    /// <param name="options">Seed, recipe, difficulty and photos of a lesion as the drawing was made with.</param>
    /// <param name="label">The class, an index into the recipe's conditions.</param>
    /// <param name="number">Which drawing of the class, as for <see cref="Draw"/>.</param>
    /// <exception cref="UserError">The size is not from 32 to 256.</exception>
    public static int Tone(SyntheticOptions options, int label, long number)
    {
        Check(options);
        // Nothing is drawn, so the smallest canvas will do.
        return 1 + (int)MathF.Round(new Painter(options with { Size = 1 }).Tone(label, number));
    }

    /// <summary>
    /// Writes the drawings as JPEG files, <c>train/Class/0001.jpg</c> and <c>test/Class/0001.jpg</c>. Does nothing where the
    /// folder holds them already; draws them anew where that was interrupted or the options have changed.
    /// </summary>
    /// <param name="options">How many drawings of which kind.</param>
    /// <param name="folder">Their folder; a <c>drawings.json</c> in it says how they were made.</param>
    /// <param name="cancellation">Stops between two drawings.</param>
    /// <exception cref="UserError">The size is not offered, a class would be empty, or the folder holds something else.</exception>
    public static void WriteFolder(SyntheticOptions options, string folder, CancellationToken cancellation = default)
    {
        Check(options);
        new DrawingFolder(options, folder).Complete(cancellation);
    }

    static void Check(SyntheticOptions options)
    {
        if (options.PhotosPerLesion < 1)
            throw new UserError($"{options.PhotosPerLesion} photos of a lesion cannot be drawn; ask for 1 or more.");
        if (options.Size is < SmallestSize or > LargestSize)
            throw new UserError($"Drawings of {options.Size} pixels are not offered; choose a size from {SmallestSize} to {LargestSize}.");
    }
}

/// <summary>Which drawings to make. Equal options give equal files, whatever the machine's number of cores.</summary>
public sealed record SyntheticOptions
{
    /// <summary>Width and height in pixels, 32 to 256.</summary>
    public int Size { get; init; } = 64;

    /// <summary>Drawings to train on.</summary>
    public int TrainPhotos { get; init; } = 700;

    /// <summary>Drawings to judge on.</summary>
    public int TestPhotos { get; init; } = 450;

    /// <summary>
    /// Photos of each lesion: the same skin and the same marks, taken again with other light, place, turn, distance and camera. HAM10000
    /// has up to six of one lesion.
    /// </summary>
    public int PhotosPerLesion { get; init; } = 1;

    /// <summary>Another seed gives other drawings of the same kind.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The classes and how they are drawn.</summary>
    public SyntheticRecipe Recipe { get; init; } = SyntheticSkin.Conditions22;

    /// <summary>How hard the classes are to tell apart.</summary>
    public Difficulty Difficulty { get; init; } = new();

    /// <summary>Drawings made at once; 0 for one per core.</summary>
    public int Threads { get; init; }
}

/// <summary>What makes the drawings hard to tell apart: one set of values for every network.</summary>
/// <remarks>
/// Targets came first, on about 700 training and 450 validation drawings at 64 px: a small network without augmentation or
/// normalisation learns its training drawings by heart and gets <see cref="SmallNetwork"/> of the others; a deep one with both gets
/// <see cref="DeepNetwork"/>; none can get much more than <see cref="Ceiling"/>. The values were then set by trial trainings of one
/// network of either kind, and are not tuned to any single attempt.
/// </remarks>
public sealed record Difficulty
{
    /// <summary>Target: validation accuracy of three convolutions without augmentation.</summary>
    public static (double Low, double High) SmallNetwork => (0.30, 0.45);

    /// <summary>Target: validation accuracy of six convolutions with batch norm and augmentation.</summary>
    public static (double Low, double High) DeepNetwork => (0.50, 0.65);

    /// <summary>The part of the drawings that their own class's recipe drew: about what a perfect network would get right.</summary>
    public double Ceiling => 1 - Ambiguity;

    /// <summary>The part of each class that is drawn wholly by a look-alike's recipe, as if a doctor had called it so.</summary>
    public float Ambiguity { get; init; } = 0.10f;

    /// <summary>How often a part of the drawing is exchanged for the look-alike's part of the same place in its recipe.</summary>
    public float Overlap { get; init; } = 0.10f;

    /// <summary>How far the lesion's middle lies from the picture's.</summary>
    public float Wander { get; init; } = 0.35f;

    /// <summary>The scale of the lesion.</summary>
    public (float Low, float High) Zoom { get; init; } = (0.85f, 1.3f);

    /// <summary>How plain the condition shows.</summary>
    public (float Low, float High) Strength { get; init; } = (0.9f, 1.2f);

    /// <summary>How much light, colour cast, vignette, blur and noise change from one drawing to the next; 0 for a studio.</summary>
    public float Camera { get; init; } = 0.4f;
}
