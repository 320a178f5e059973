namespace Derma.Training;

/// <summary>When a training is over: its epochs are done, its budget of steps is spent, or early stopping ends it.</summary>
/// <param name="options">How to train.</param>
/// <param name="stepsPerEpoch">Steps of an epoch.</param>
sealed class TrainingLength(TrainingOptions options, int stepsPerEpoch)
{
    /// <summary>Steps of the whole training, unless it is stopped early.</summary>
    public int Steps { get; } = Math.Min(options.Epochs * stepsPerEpoch, options.MaxSteps ?? int.MaxValue);

    /// <summary>Whether nothing is left to train.</summary>
    public bool IsReached(TrainingState state) =>
        state.StepInEpoch == 0 && (state.EpochsDone == options.Epochs || state.StepsDone >= Steps || IsStoppedEarly(state));

    /// <summary>Whether the running epoch is the last, as far as early stopping does not come first.</summary>
    public bool IsLastEpoch(TrainingState state) => state.EpochsDone + 1 == options.Epochs || state.StepsDone >= Steps;

    /// <summary>Whether the validation loss has not fallen for too long.</summary>
    public bool IsStoppedEarly(TrainingState state) => options.EarlyStopping is { } stopping && state.Stopping.Stops(stopping);
}
