namespace Derma.Training.Tests;

/// <summary>Pictures to train on and a folder to save into.</summary>
public abstract class PictureTrainingTests : IDisposable
{
    private protected readonly TemporaryFolder folder = new();
    private protected readonly PixelCache train = Pictures.Of(18);
    private protected readonly PixelCache validation = Pictures.Of(9, seed: 2);

    private protected CheckpointOptions Checkpoints => new(folder.Path);

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A training and the bytes of the weights it ends with.</summary>
    private protected (TrainingResult Result, byte[] Bytes) Train(
        TrainingOptions options, CheckpointOptions? checkpoints = null, IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default, long modelSeed = 5, PaperCnnOptions? network = null, PixelCache? photos = null,
        string? continueFrom = null, bool keepOptimizerState = true)
    {
        using var model = new PaperCnn(network ?? Pictures.Network, modelSeed);
        using var trainer = new Trainer(model, photos ?? train, validation, options, checkpoints);
        if (continueFrom is not null) trainer.Continue(continueFrom, keepOptimizerState);
        var result = trainer.Fit(progress, cancellation: cancellation);
        return (result, [.. StateDict.Of(model).SelectMany(t => t.Tensor.bytes.ToArray())]);
    }
}

/// <summary>Calls back at once, on the training's own thread.</summary>
sealed class ProgressCallback(Action<TrainingProgress> take) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => take(value);
}
