using TorchSharp.Modules;

namespace Derma.Training;

/// <summary>All that a log may want of a finished epoch.</summary>
/// <param name="History">The epochs, this one last.</param>
/// <param name="Train">The epoch's answers to training photos.</param>
/// <param name="Validation">The answers after the epoch, or null.</param>
/// <param name="Weights">Trained tensors with the last step's gradients.</param>
/// <param name="Model">The network.</param>
/// <param name="Photos">Where the fixed batch comes from.</param>
sealed record EpochReport(
    History History, RunningConfusion Train, RunningConfusion? Validation, IEnumerable<(string Name, Parameter Weight)> Weights, Classifier Model,
    PixelCache Photos);
