namespace Derma.Training;

/// <summary>Where and how often a training is saved.</summary>
/// <param name="Folder">
/// Holds <c>last.checkpoint</c>, from which the training goes on, <c>best.safetensors</c>, the best epoch's weights, and the periodic ones.
/// </param>
public sealed record CheckpointOptions(string Folder)
{
    /// <summary>Save after every so many steps, besides the end of epochs; null: only there.</summary>
    public int? EverySteps { get; init; }

    /// <summary>Save at the end of every so many epochs, and of the last.</summary>
    public int EveryEpochs { get; init; } = 1;

    /// <summary>Keep a checkpoint of its own at every so many epochs (Smart Derma 4.2.4), besides the last one; null: none.</summary>
    public int? KeepEveryEpochs { get; init; }

    /// <summary>Go on from <c>last.checkpoint</c> where it is there; otherwise it is overwritten.</summary>
    public bool Resume { get; init; } = true;

    /// <summary>The file to go on from.</summary>
    public string Last => Path.Combine(Folder, "last.checkpoint");

    /// <summary>The best epoch's weights; the metadata of the file are <c>epoch</c>, <c>learning_rate</c> and, as JSON, <c>metrics</c>.</summary>
    public string Best => Path.Combine(Folder, "best.safetensors");

    /// <summary>The checkpoint kept after one epoch, which <see cref="Trainer.Continue"/> takes like the last one.</summary>
    /// <param name="epoch">The epoch as the history counts it.</param>
    public string Kept(int epoch) => Path.Combine(Folder, $"epoch-{epoch:0000}.checkpoint");
}
