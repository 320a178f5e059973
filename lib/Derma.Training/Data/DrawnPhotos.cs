namespace Derma.Training;

/// <summary>The built-in drawings as a photo set.</summary>
public static class DrawnPhotos
{
    /// <summary>Draws what the folder lacks, as <see cref="SyntheticSkin.WriteFolder"/> does, and opens it.</summary>
    /// <param name="options">How many drawings of which kind.</param>
    /// <param name="folder">Their folder.</param>
    /// <param name="cancellation">Stops between two drawings.</param>
    /// <returns>The set, marked as synthetic.</returns>
    /// <exception cref="UserError">The size is not offered, a class would be empty, or the folder holds something else.</exception>
    public static PhotoSet Open(SyntheticOptions options, string folder, CancellationToken cancellation = default)
    {
        SyntheticSkin.WriteFolder(options, folder, cancellation);
        return ImageFolder.Open(options.Recipe.DataSet, folder) with { Title = options.Recipe.Title, Synthetic = true };
    }
}
