namespace Derma.Training;

/// <summary>Where a training is, reported after every step.</summary>
/// <param name="Epoch">The running epoch, 1 for the first.</param>
/// <param name="Epochs">The last epoch.</param>
/// <param name="Step">Steps done in this epoch.</param>
/// <param name="StepsPerEpoch">Steps of a whole epoch.</param>
/// <param name="StepsDone">Steps done of the whole training.</param>
/// <param name="Steps">Steps of the whole training.</param>
/// <param name="Loss">Mean training loss of this epoch so far.</param>
/// <param name="Accuracy">Training accuracy of this epoch so far, 0 to 1.</param>
/// <param name="PhotosPerSecond">Speed since this process began to train.</param>
/// <param name="TimeLeft">Estimated time to the end, validation included.</param>
public sealed record TrainingProgress(
    int Epoch, int Epochs, int Step, int StepsPerEpoch, int StepsDone, int Steps,
    double Loss, double Accuracy, double PhotosPerSecond, TimeSpan TimeLeft);
