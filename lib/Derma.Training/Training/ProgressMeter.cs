using System.Diagnostics;

namespace Derma.Training;

/// <summary>Turns steps into speed and time left, counted from when this process began to train.</summary>
sealed class ProgressMeter(IProgress<TrainingProgress>? progress, int stepsBefore, int steps, int stepsPerEpoch, int lastEpoch)
{
    readonly Stopwatch watch = Stopwatch.StartNew();
    long photos;

    public void Report(TrainingState state, int count)
    {
        photos += count;
        var seconds = watch.Elapsed.TotalSeconds;
        var secondsPerStep = seconds / (state.StepsDone - stepsBefore);
        progress?.Report(new TrainingProgress(
            state.Epoch, lastEpoch, state.StepInEpoch, stepsPerEpoch, state.StepsDone, steps,
            state.Running.MeanLoss, state.Running.Accuracy,
            photos / seconds, TimeSpan.FromSeconds(secondsPerStep * (steps - state.StepsDone))));
    }
}
