namespace Derma.Training;

/// <summary>Where and how often a training is saved.</summary>
/// <param name="Folder">Holds <c>last.checkpoint</c>, from which the training goes on, and <c>best.safetensors</c>, the best epoch's weights.</param>
public sealed record CheckpointOptions(string Folder)
{
    /// <summary>Save after every so many steps, besides the end of epochs; null: only there.</summary>
    public int? EverySteps { get; init; }

    /// <summary>Save at the end of every so many epochs, and of the last.</summary>
    public int EveryEpochs { get; init; } = 1;

    /// <summary>Go on from <c>last.checkpoint</c> where it is there; otherwise it is overwritten.</summary>
    public bool Resume { get; init; } = true;

    /// <summary>The file to go on from.</summary>
    public string Last => Path.Combine(Folder, "last.checkpoint");

    /// <summary>The best epoch's weights.</summary>
    public string Best => Path.Combine(Folder, "best.safetensors");
}
