using System.Globalization;

namespace Derma.Papers;

/// <summary>Follows one training: the live curve, the event file for TensorBoard, a line of progress, Ctrl-C.</summary>
sealed class TrainingWatcher : IProgress<TrainingProgress>, IDisposable
{
    readonly string name;
    readonly TrainingView? view;
    readonly CancellationTokenSource stop;
    TrainingProgress? latest;

    public TrainingWatcher(string name, string folder, TrainingView? view, LoggingOptions? logging = null)
    {
        (this.name, this.view) = (name, view);
        Log = new TrainingLog(folder, logging);
        stop = CancellationTokenSource.CreateLinkedTokenSource(view?.Stop ?? CancellationToken.None);
        Console.CancelKeyPress += StopGently;
    }

    public TrainingLog Log { get; }

    public CancellationToken Stop => stop.Token;

    public void Report(TrainingProgress progress) => latest = progress;

    public void OnEpoch(History history) => view?.OnEpoch(new LiveTraining(history, $"{name}: {Pace()}"));

    public void Done(int steps, double seconds, double trainAccuracy, double validationAccuracy) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name}: {steps} steps in {seconds:0.0} s, training accuracy {trainAccuracy:0.0 %}, validation accuracy {validationAccuracy:0.0 %}"));

    public void Dispose()
    {
        Console.CancelKeyPress -= StopGently;
        Log.Dispose();
        stop.Dispose();
    }

    string Pace() => latest is not { } now ? "starting"
        : now.StepsDone >= now.Steps ? $"{now.Steps} steps, {now.PhotosPerSecond:0} photos/s"
        : string.Create(CultureInfo.InvariantCulture, $"step {now.StepsDone} of {now.Steps}, {now.PhotosPerSecond:0} photos/s, {now.TimeLeft:m\\:ss} left");

    void StopGently(object? sender, ConsoleCancelEventArgs pressed)
    {
        pressed.Cancel = true;
        stop.Cancel();
    }
}
