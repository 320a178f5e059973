namespace Derma.Papers;

/// <summary>How a notebook watches and stops a training.</summary>
/// <param name="OnEpoch">Called after every epoch.</param>
/// <param name="Stop">Ends the training after the running step, with a checkpoint.</param>
public sealed record TrainingView(Action<LiveTraining> OnEpoch, CancellationToken Stop = default);
