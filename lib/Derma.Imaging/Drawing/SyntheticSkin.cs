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
    /// <param name="number">Which drawing of the class; training drawings have the even numbers from 0 on, test drawings the odd ones.</param>
    /// <param name="rgb">Receives Size x Size x 3 bytes: rows from the top, then columns, then red, green, blue.</param>
    /// <exception cref="UserError">The size is not from 32 to 256.</exception>
    public static void Draw(SyntheticOptions options, int label, long number, Span<byte> rgb)
    {
        CheckSize(options);
        new Painter(options).Draw(label, number, rgb);
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
        CheckSize(options);
        new DrawingFolder(options, folder).Complete(cancellation);
    }

    static void CheckSize(SyntheticOptions options)
    {
        if (options.Size is < SmallestSize or > LargestSize)
            throw new UserError($"Drawings of {options.Size} pixels are not offered; choose a size from {SmallestSize} to {LargestSize}.");
    }
}
