namespace Derma.Training;

/// <summary>How a training ended.</summary>
public enum TrainingStatus
{
    /// <summary>All epochs, or the whole budget of steps.</summary>
    Completed,

    /// <summary>The validation loss no longer fell, and early stopping ended the training.</summary>
    StoppedEarly,

    /// <summary>Cancelled; the checkpoint holds the last step.</summary>
    Interrupted,

    /// <summary>The loss was no longer a finite number; the weights are useless and no checkpoint was written after the last good one.</summary>
    Diverged,
}
