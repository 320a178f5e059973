using Derma.Data;

namespace Derma.Experiments;

/// <summary>Finds the photos that a run asks for.</summary>
public static class LabPhotos
{
    /// <summary>Draws or reads the built-in drawings, or opens the photo set that is named.</summary>
    /// <param name="options">Its <c>Data</c> is <see cref="LabOptions.BuiltIn"/> or <c>ID=PATH</c>.</param>
    /// <exception cref="UserError">The data is named wrong, missing or unusable.</exception>
    public static PhotoSet Open(LabOptions options)
    {
        if (options.Data == LabOptions.BuiltIn) return BuiltIn(options);
        var photos = DataSources.Open(options.Data);
        return options.Scale.MaxPhotos is not { } most ? photos
            : photos.Sample(Subset.Train, most, options.Seed).Sample(Subset.Validation, most / 2, options.Seed);
    }

    /// <summary>Opens a photo set that is named, to learn early whether it can be opened; draws nothing.</summary>
    /// <param name="options">The run's choices.</param>
    /// <exception cref="UserError">The data is named wrong, missing or unusable.</exception>
    public static void Check(LabOptions options)
    {
        if (options.Data != LabOptions.BuiltIn) DataSources.Open(options.Data);
    }

    static PhotoSet BuiltIn(LabOptions options)
    {
        var scale = options.Scale;
        var folder = Path.Combine(options.Root, "data", LabOptions.BuiltIn, $"{scale.ImageSize}px-{scale.Drawings.Train}-{scale.Drawings.Validation}");
        return SyntheticSkin.Write(new SyntheticOptions { Size = scale.ImageSize, TrainPhotos = scale.Drawings.Train, TestPhotos = scale.Drawings.Validation }, folder);
    }
}
