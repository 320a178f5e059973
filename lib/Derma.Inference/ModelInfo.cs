namespace Derma.Inference;

/// <summary>What a model file says of itself; written by the export into the file's metadata.</summary>
public sealed record ModelInfo
{
    /// <summary>Name of the file without its ending, such as <c>smart-derma-ensemble</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for a reader, such as "Smart Derma ensemble (0.4 / 0.3 / 0.3)".</summary>
    public required string Title { get; init; }

    /// <summary>Class names in the order of the probabilities.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Width and height of the photos that it takes, in pixels.</summary>
    public required int ImageSize { get; init; }

    /// <summary>Weight of each network's probabilities by network name; one entry of 1 for a single network.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>Temperature fitted on validation photos; 1 leaves probabilities as they are.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>The training run: folder name, scale and seed.</summary>
    public required string Run { get; init; }

    /// <summary>Title of the photos that it was trained on, such as "Built-in drawings".</summary>
    public required string TrainedOn { get; init; }

    /// <summary>Whether those were drawings: then its answers about real photos mean nothing, and everything that shows one says so.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Version of this library that wrote the file.</summary>
    public required string LibraryVersion { get; init; }
}
