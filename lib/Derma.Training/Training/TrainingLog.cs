using TorchSharp;
using TorchSharp.Modules;
using static Derma.Core.OptionCheck;
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

/// <summary>
/// What a training tells beside its curves (Smart Derma 4.2.3: layer-wise activations, gradient distributions, weight histograms "in some
/// runs", confusion matrices "regularly"). Nothing unless asked for: a quick run pays nothing. It changes no bit of the training.
/// </summary>
public sealed record LoggingOptions
{
    /// <summary>Curves alone.</summary>
    public static LoggingOptions Curves { get; } = new();

    /// <summary>Everything, after every epoch.</summary>
    public static LoggingOptions Everything { get; } = new()
    {
        WeightsEvery = 1, GradientsEvery = 1, ActivationsEvery = 1, ConfusionEvery = 1,
    };

    /// <summary>Histograms of the weights at every so many epochs; null: never.</summary>
    public int? WeightsEvery { get; init; }

    /// <summary>Histograms of the last step's gradients at every so many epochs; null: never.</summary>
    public int? GradientsEvery { get; init; }

    /// <summary>Mean, spread and zeros of activations on a fixed batch at every so many epochs; null: never.</summary>
    public int? ActivationsEvery { get; init; }

    /// <summary>Confusion matrices of the epoch's training and validation photos at every so many epochs; null: never.</summary>
    public int? ConfusionEvery { get; init; }

    /// <summary>
    /// Names of the tensors whose weights and gradients are told; null: the kernels of all convolutions and dense layers.
    /// </summary>
    public IReadOnlyList<string>? Tensors { get; init; }

    /// <summary>
    /// Names of the modules whose input is measured; null: all convolutions and dense layers, thinned out to <see cref="MostLayers"/>.
    /// </summary>
    public IReadOnlyList<string>? Layers { get; init; }

    /// <summary>Layers measured where none are named.</summary>
    public int MostLayers { get; init; } = 12;

    /// <summary>Photos of the fixed batch: the first ones of the validation set.</summary>
    public int ProbePhotos { get; init; } = 16;

    /// <summary>Buckets of a histogram.</summary>
    public int Buckets { get; init; } = 30;

    /// <summary>Checks every option.</summary>
    /// <exception cref="UserError">An option is out of range.</exception>
    public void Validate()
    {
        Require(WeightsEvery is null or > 0, nameof(WeightsEvery), WeightsEvery, "at least 1");
        Require(GradientsEvery is null or > 0, nameof(GradientsEvery), GradientsEvery, "at least 1");
        Require(ActivationsEvery is null or > 0, nameof(ActivationsEvery), ActivationsEvery, "at least 1");
        Require(ConfusionEvery is null or > 0, nameof(ConfusionEvery), ConfusionEvery, "at least 1");
        Require(MostLayers > 0, nameof(MostLayers), MostLayers, "at least 1");
        Require(ProbePhotos > 0, nameof(ProbePhotos), ProbePhotos, "at least 1");
        Require(Buckets > 0, nameof(Buckets), Buckets, "at least 1");
    }
}

/// <summary>Epochs as curves, histograms and pictures for TensorBoard (CNN report, Figs. 3 to 7; Smart Derma 4.2.3).</summary>
public static class EpochEvents
{
    /// <summary>
    /// Writes loss, accuracy, macro precision, recall and F1 and the learning rate of the last epoch, and which epochs are the best so far
    /// by loss and by F1; the step is the epoch.
    /// </summary>
    /// <param name="events">The run's event file.</param>
    /// <param name="history">At least one epoch; where the last was not validated its validation curves have no point.</param>
    public static void Epoch(this EventWriter events, History history)
    {
        var epoch = history.Last!;
        void Point(string tag, double value)
        {
            if (!double.IsNaN(value)) events.Scalar(tag, value, epoch.Epoch);
        }
        events.Scalar("loss/train", epoch.TrainLoss, epoch.Epoch);
        events.Scalar("accuracy/train", epoch.TrainAccuracy, epoch.Epoch);
        events.Scalar("learning_rate", epoch.LearningRate, epoch.Epoch);
        Point("precision/train", epoch.TrainPrecision);
        Point("recall/train", epoch.TrainRecall);
        Point("f1/train", epoch.TrainF1);
        if (!epoch.Validated) return;
        events.Scalar("loss/validation", epoch.ValidationLoss, epoch.Epoch);
        events.Scalar("accuracy/validation", epoch.ValidationAccuracy, epoch.Epoch);
        Point("precision/validation", epoch.ValidationPrecision);
        Point("recall/validation", epoch.ValidationRecall);
        Point("f1/validation", epoch.ValidationF1);
        Point("best_epoch/loss", history.BestBy(BestBy.ValidationLoss)?.Epoch ?? double.NaN);
        Point("best_epoch/f1", history.BestBy(BestBy.MacroF1)?.Epoch ?? double.NaN);
    }

    /// <summary>Writes what is told of one epoch beside its curves; the step is the epoch.</summary>
    /// <param name="events">The run's event file.</param>
    /// <param name="epoch">What is told.</param>
    public static void Diagnostics(this EventWriter events, EpochDiagnostics epoch)
    {
        foreach (var weight in epoch.Weights) events.Histogram($"weights/{weight.Name}", weight.Histogram, epoch.Epoch);
        foreach (var gradient in epoch.Gradients)
        {
            events.Histogram($"gradients/{gradient.Name}", gradient.Histogram, epoch.Epoch);
            events.Scalar($"gradient_norm/{gradient.Name}", gradient.Norm, epoch.Epoch);
        }
        foreach (var layer in epoch.Activations)
        {
            events.Scalar($"activations/{layer.Layer}/mean", layer.Mean, epoch.Epoch);
            events.Scalar($"activations/{layer.Layer}/std", layer.StandardDeviation, epoch.Epoch);
            events.Scalar($"activations/{layer.Layer}/zeros", layer.Zeros, epoch.Epoch);
        }
        Picture("confusion/train", epoch.TrainConfusion);
        Picture("confusion/validation", epoch.ValidationConfusion);

        void Picture(string tag, IReadOnlyList<IReadOnlyList<int>>? counts)
        {
            if (counts is null) return;
            var png = ConfusionImage.Png(counts, out var side);
            events.Image(tag, png, side, side, epoch.Epoch);
        }
    }
}

/// <summary>All that a log may want of a finished epoch.</summary>
/// <param name="History">The epochs, this one last.</param>
/// <param name="Train">The epoch's answers to training photos.</param>
/// <param name="Validation">The answers after the epoch, or null.</param>
/// <param name="Weights">Trained tensors with the last step's gradients.</param>
/// <param name="Model">The network.</param>
/// <param name="Photos">Where the fixed batch comes from.</param>
sealed record EpochReport(
    History History, RunningConfusion Train, RunningConfusion? Validation, IEnumerable<(string Name, Parameter Weight)> Weights,
    Classifier Model, PixelCache Photos);
