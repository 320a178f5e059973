using SkiaSharp;

namespace Derma.Papers;

/// <summary>Finds the photos that a run asks for.</summary>
public static class LabPhotos
{
    /// <summary>Draws or reads the built-in drawings, or opens the photo set that is named.</summary>
    /// <param name="options">Its <c>Data</c> is <see cref="LabOptions.BuiltIn"/> or <c>ID=PATH</c>.</param>
    /// <exception cref="UserError">The data is named wrong, missing or unusable.</exception>
    public static PhotoSet Open(LabOptions options)
    {
        if (options.Data == LabOptions.BuiltIn)
            return Draw(options, SyntheticSkin.Conditions22, options.Scale.ImageSize, options.Scale.Drawings);
        return Thin(DataSources.Open(options.Data), options);
    }

    /// <summary>
    /// The photos for Smart Derma's notebooks: its 13 classes drawn, or the set that is named, divided for training, validation and
    /// test.
    /// </summary>
    /// <remarks>The division is the same whatever the run's seed, so that runs are judged on the same photos.</remarks>
    /// <param name="options">Its <c>Data</c> is <see cref="LabOptions.BuiltIn"/> or <c>ID=PATH</c>.</param>
    /// <param name="split">Shares of the parts that the set does not bring; 70 / 15 / 15 where null.</param>
    /// <exception cref="UserError">The data is named wrong, missing or unusable.</exception>
    public static PhotoSet OpenThreeParts(LabOptions options, SplitOptions? split = null)
    {
        split ??= SplitOptions.ThreeParts;
        var scale = options.Scale.SmartDerma;
        if (options.Data == LabOptions.BuiltIn)
            return Draw(options, SyntheticSkin.Conditions13, scale.ImageSize, scale.Drawings).InThreeParts(split);
        return Thin(DataSources.Open(options.Data, split).InThreeParts(split), options);
    }

    /// <summary>Opens a photo set that is named, to learn early whether it can be opened; draws nothing.</summary>
    /// <param name="options">The run's choices.</param>
    /// <exception cref="UserError">The data is named wrong, missing or unusable.</exception>
    public static void Check(LabOptions options)
    {
        if (options.Data != LabOptions.BuiltIn) DataSources.Open(options.Data);
    }

    static PhotoSet Thin(PhotoSet photos, LabOptions options) => options.Scale.MaxPhotos is not { } most ? photos
        : photos.Sample(Subset.Train, most, options.Seed).Sample(Subset.Validation, most / 2, options.Seed)
            .Sample(Subset.Test, most / 2, options.Seed);

    /// <summary>
    /// The run's photos where they name lesions with several photos; elsewhere drawings that show each lesion several times, as it would
    /// look in other photos.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="photosPerLesion">Drawings of each lesion.</param>
    public static PhotoSet WithLesions(this Lab lab, int photosPerLesion = 3) =>
        lab.Photos.Photos.GroupBy(photo => photo.Group).Any(lesion => lesion.Count() > 1) ? lab.Photos
        : DrawLesions(lab.Options, photosPerLesion);

    /// <summary>Built-in drawings at the scale's size and count that show each lesion several times, as HAM10000's photos do.</summary>
    /// <param name="options">The run's choices.</param>
    /// <param name="photosPerLesion">Photos of each lesion.</param>
    static PhotoSet DrawLesions(LabOptions options, int photosPerLesion) =>
        Draw(options, SyntheticSkin.Conditions22, options.Scale.ImageSize, options.Scale.Drawings, photosPerLesion) with
        {
            Title = $"drawings with {photosPerLesion} photos of each lesion",
        };

    static PhotoSet Draw(LabOptions options, SyntheticRecipe recipe, int size, (int Train, int Test) counts, int photosPerLesion = 1)
    {
        var drawings = new SyntheticOptions
        {
            Recipe = recipe, Size = size, TrainPhotos = counts.Train, TestPhotos = counts.Test, PhotosPerLesion = photosPerLesion,
        };
        var name = $"{size}px-{counts.Train}-{counts.Test}" + (photosPerLesion == 1 ? "" : $"-{photosPerLesion}-each");
        return DrawnPhotos.Open(drawings, Path.Combine(options.Root, "data", recipe.DataSet, name));
    }

    /// <summary>The size that most photos have, read from their headers; (0, 0) where no header can be read.</summary>
    internal static (int Width, int Height) UsualSize(this PhotoSet photos) => photos.Photos
        .AsParallel()
        .Select(photo =>
        {
            using var codec = PhotoFile.Refusal(photo.Path) is null ? SKCodec.Create(photo.Path, out _) : null;
            return codec is null ? default : (codec.Info.Width, codec.Info.Height);
        })
        .GroupBy(size => size)
        .MaxBy(group => group.Count())?.Key ?? default;
}
