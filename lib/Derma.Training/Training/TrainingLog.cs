using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// Writes a training's epochs into its folder: curves, histograms and pictures for TensorBoard, and the same numbers as
/// <see cref="Diagnostics"/> for charts.
/// </summary>
public sealed class TrainingLog : IDisposable
{
    readonly EventWriter events;
    readonly LoggingOptions options;
    readonly string file;

    /// <summary>Starts an event file.</summary>
    /// <param name="folder">The training's folder; created where it is missing.</param>
    /// <param name="options">What is told beside the curves; null: nothing.</param>
    /// <exception cref="UserError">An option is out of range.</exception>
    public TrainingLog(string folder, LoggingOptions? options = null)
    {
        this.options = options ?? LoggingOptions.Curves;
        this.options.Validate();
        events = new EventWriter(folder);
        file = Path.Combine(folder, Diagnostics.FileName);
    }

    /// <summary>Closes the event file.</summary>
    public void Dispose() => events.Dispose();

    internal void Epoch(EpochReport report)
    {
        var epoch = report.History.Last!.Epoch;
        events.Epoch(report.History);
        var told = new EpochDiagnostics(epoch)
        {
            Weights = Due(options.WeightsEvery, epoch) ? Distributions(report, weight => weight) : [],
            Gradients = Due(options.GradientsEvery, epoch) ? Distributions(report, weight => weight.grad) : [],
            Activations = Due(options.ActivationsEvery, epoch) ? ActivationProbe.Measure(report.Model, report.Photos, options) : [],
            TrainConfusion = Due(options.ConfusionEvery, epoch) ? report.Train.Rows() : null,
            ValidationConfusion = Due(options.ConfusionEvery, epoch) ? report.Validation?.Rows() : null,
        };
        if (told.IsEmpty) return;
        events.Diagnostics(told);
        (File.Exists(file) ? Diagnostics.Load(file) : new Diagnostics([])).With(told).Save(file);
    }

    static bool Due(int? every, int epoch) => every is { } n && epoch % n == 0;

    List<TensorDistribution> Distributions(EpochReport report, Func<Parameter, Tensor?> of)
    {
        var found = new List<TensorDistribution>();
        foreach (var (name, weight) in report.Weights)
        {
            if (!(options.Tensors?.Contains(name) ?? weight.dim() > 1)) continue;
            using var scope = NewDisposeScope();
            if (of(weight)?.detach().cpu().contiguous() is not { } tensor) continue;
            var numbers = tensor.data<float>().ToArray();
            if (numbers.Any(float.IsFinite)) found.Add(new TensorDistribution(name, HistogramBuckets.Of(numbers, options.Buckets)));
        }
        return found;
    }
}
