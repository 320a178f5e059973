namespace Derma.Training;

/// <summary>The learning rate of each step: schedule, plateau, warm-up and fine-tuning together.</summary>
/// <param name="options">How to train.</param>
/// <param name="stepsPerEpoch">Steps of an epoch.</param>
/// <param name="steps">Steps of the whole training.</param>
sealed class RateCourse(TrainingOptions options, int stepsPerEpoch, int steps)
{
    /// <summary>The rate of one step, 0 for the first; a plateau's part of it depends on the epochs before.</summary>
    public double At(int step, PlateauState? plateau)
    {
        var rate = options.Schedule.At(plateau?.Rate ?? options.LearningRate, step, steps);
        if (options.WarmUp is { } warmUp) rate *= warmUp.FactorAt(step, stepsPerEpoch);
        if (options.FineTuning is { } phases && step / stepsPerEpoch >= phases.FrozenEpochs) rate *= phases.RateFactor;
        return rate;
    }
}
