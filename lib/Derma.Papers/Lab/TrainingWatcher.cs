using System.Globalization;
using System.Runtime.InteropServices;

namespace Derma.Papers;

/// <summary>How a notebook watches and stops a training.</summary>
/// <param name="OnEpoch">Called after every epoch.</param>
/// <param name="Stop">Ends the training after the running step, with a checkpoint.</param>
public sealed record TrainingView(Action<LiveTraining> OnEpoch, CancellationToken Stop = default);

/// <summary>A training as it runs: the epochs so far and one line about pace and time left.</summary>
/// <param name="History">Finished epochs.</param>
/// <param name="Title">Such as <c>attempt 4: epoch 12 of 20, 810 photos/s, 0:09 left</c>.</param>
public sealed record LiveTraining(History History, string Title);

/// <summary>Follows one training: the live curve, the event file for TensorBoard, Ctrl-C.</summary>
sealed class TrainingWatcher : IProgress<TrainingProgress>, IDisposable
{
    readonly string name;
    readonly TrainingView? view;
    readonly string? progressFile;
    readonly CancellationTokenSource stop;
    readonly PosixSignalRegistration interrupt;
    TrainingProgress? latest;

    /// <param name="name">The training's name for a reader.</param>
    /// <param name="log">Where curves go.</param>
    /// <param name="view">Who watches.</param>
    /// <param name="progressFile">Told after every epoch how far the training is; null for nobody.</param>
    public TrainingWatcher(string name, TrainingLog log, TrainingView? view, string? progressFile)
    {
        (this.name, Log, this.view, this.progressFile) = (name, log, view, progressFile);
        stop = CancellationTokenSource.CreateLinkedTokenSource(view?.Stop ?? CancellationToken.None);
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, StopGently);
    }

    public TrainingLog Log { get; }

    public CancellationToken Stop => stop.Token;

    public void Report(TrainingProgress progress) => latest = progress;

    public void OnEpoch(History history)
    {
        if (progressFile is not null && latest is { } now)
            AtomicFile.WriteText(progressFile, string.Create(CultureInfo.InvariantCulture,
                $"{name}: epoch {now.Epoch} of {now.Epochs}, {now.PhotosPerSecond:0} photos/s, {now.TimeLeft:h\\:mm\\:ss} left"));
        view?.OnEpoch(new LiveTraining(history, $"{name}: {Pace()}"));
    }

    public void Dispose()
    {
        interrupt.Dispose();
        Log.Dispose();
        stop.Dispose();
    }

    string Pace() => latest is not { } now ? "starting"
        : now.StepsDone >= now.Steps ? $"{now.Steps} steps, {now.PhotosPerSecond:0} photos/s"
        : string.Create(CultureInfo.InvariantCulture,
            $"step {now.StepsDone} of {now.Steps}, {now.PhotosPerSecond:0} photos/s, {now.TimeLeft:m\\:ss} left");

    /// <summary>Ctrl-C ends the training with a checkpoint, not the process.</summary>
    void StopGently(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
