namespace Derma.Training.Tests;

/// <summary>Calls back at once, on the training's own thread.</summary>
sealed class ProgressCallback(Action<TrainingProgress> take) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => take(value);
}
