using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>What a training starts from: fresh weights, another training's last checkpoint, or its own.</summary>
/// <param name="model">The network.</param>
/// <param name="learner">Its optimizer and loss scale are restored.</param>
/// <param name="train">Photos to learn from.</param>
/// <param name="options">How to train.</param>
sealed class TrainingStart(Classifier model, Learner learner, PixelCache train, TrainingOptions options)
{
    string name = "fresh weights";
    Checkpoint? origin;

    /// <summary>What must be the same for the training to go on from a checkpoint.</summary>
    public SortedDictionary<string, string> Record => TrainingRecord.Of(options, model, train, name);

    /// <summary>Takes over another training's weights.</summary>
    /// <returns>The state of a training that has counted that one's epochs and done none of its own.</returns>
    /// <exception cref="UserError">The file is damaged or holds another network.</exception>
    public TrainingState Continue(string checkpoint, bool keepOptimizerState)
    {
        origin = Checkpoint.Load(checkpoint);
        name = keepOptimizerState ? "another training's weights and optimizer" : "another training's weights";
        origin.RestoreWeights(model);
        if (keepOptimizerState) origin.RestoreOptimizer(learner.Optimizer);
        return new TrainingState { FirstEpoch = origin.State.FirstEpoch + origin.State.EpochsDone };
    }

    /// <summary>Goes on from the training's own checkpoint where there is one, and sets the generator otherwise.</summary>
    /// <returns>The state of the training at its next step.</returns>
    /// <exception cref="UserError">The checkpoint was written with other options, threads, photos or network.</exception>
    public TrainingState Begin(TrainingState state, CheckpointOptions? checkpoints)
    {
        if (checkpoints is { Resume: true } && File.Exists(checkpoints.Last)) return Resume(checkpoints.Last);
        if (origin is not null) origin.RestoreGenerator();
        else random.manual_seed(options.Seed);
        return state;
    }

    TrainingState Resume(string path)
    {
        var checkpoint = Checkpoint.Load(path);
        TrainingRecord.RequireSame(checkpoint.Record, Record, path);
        checkpoint.RestoreWeights(model);
        checkpoint.RestoreOptimizer(learner.Optimizer);
        checkpoint.RestoreGenerator();
        learner.LossScale = checkpoint.State.LossScale;
        return checkpoint.State;
    }
}
