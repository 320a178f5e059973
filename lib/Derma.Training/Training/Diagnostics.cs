using System.Text.Json;
using System.Text.Json.Serialization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>What a training told beside its curves: the data of the charts, and of TensorBoard's histograms.</summary>
/// <param name="Epochs">One entry a told epoch, first to last.</param>
public sealed record Diagnostics(IReadOnlyList<EpochDiagnostics> Epochs)
{
    /// <summary>Name of the file in a training's folder.</summary>
    public const string FileName = "diagnostics.json";

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>With one more epoch; one with its number or a later one, left by a process that was killed, goes away.</summary>
    public Diagnostics With(EpochDiagnostics epoch) => new([.. Epochs.Where(e => e.Epoch < epoch.Epoch), epoch]);

    /// <summary>Writes JSON, one line.</summary>
    public void Save(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, Json));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="UserError">The file is missing or holds something else.</exception>
    public static Diagnostics Load(string path)
    {
        if (!File.Exists(path)) throw new UserError($"There is no file {path}: train with LoggingOptions that ask for more than curves.");
        try
        {
            return JsonSerializer.Deserialize<Diagnostics>(File.ReadAllText(path), Json) is { Epochs: not null } read
                ? read : throw new JsonException("it has no epochs");
        }
        catch (JsonException error)
        {
            throw new UserError($"{path} holds no diagnostics of a training: {error.Message}");
        }
    }
}

/// <summary>What was told of one epoch beside its curves; lists that were not asked for are empty, matrices null.</summary>
/// <param name="Epoch">1 for the first.</param>
public sealed record EpochDiagnostics(int Epoch)
{
    /// <summary>The weights after the epoch.</summary>
    public IReadOnlyList<TensorDistribution> Weights { get; init; } = [];

    /// <summary>The gradients of the epoch's last step.</summary>
    public IReadOnlyList<TensorDistribution> Gradients { get; init; } = [];

    /// <summary>Activations on the fixed batch after the epoch.</summary>
    public IReadOnlyList<ActivationStatistics> Activations { get; init; } = [];

    /// <summary>Training photos of the epoch, row by row: true class, then predicted class.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? TrainConfusion { get; init; }

    /// <summary>Validation photos after the epoch, in the same way; null where the epoch was not validated.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? ValidationConfusion { get; init; }

    /// <summary>Whether nothing was told.</summary>
    [JsonIgnore]
    public bool IsEmpty =>
        Weights.Count + Gradients.Count + Activations.Count == 0 && (TrainConfusion, ValidationConfusion) is (null, null);
}

/// <summary>The numbers of one weight tensor, or of its gradient.</summary>
/// <param name="Name">Name of the weight tensor.</param>
/// <param name="Histogram">Their distribution.</param>
public sealed record TensorDistribution(string Name, HistogramBuckets Histogram)
{
    /// <summary>Their L2 norm.</summary>
    [JsonIgnore]
    public double Norm => Math.Sqrt(Histogram.SumOfSquares);
}

/// <summary>The numbers that one layer is given: the activations before it.</summary>
/// <param name="Layer">Name of the layer's module.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their spread about it, divided by their number.</param>
/// <param name="Zeros">Share of them that is exactly 0, as a ReLU makes them; 0 to 1.</param>
public sealed record ActivationStatistics(string Layer, double Mean, double StandardDeviation, double Zeros);

/// <summary>Measures what layers are given on a fixed batch, in evaluation mode.</summary>
static class ActivationProbe
{
    /// <exception cref="UserError">A named layer is not in the network.</exception>
    public static IReadOnlyList<ActivationStatistics> Measure(Classifier model, PixelCache photos, LoggingOptions options)
    {
        var found = new List<ActivationStatistics>();
        var hooks = Layers(model, options).Select(layer => layer.Module.register_forward_pre_hook((_, input) =>
        {
            found.Add(Of(layer.Name, input));
            return input;
        })).ToList();
        try
        {
            var batch = new Batches(photos, new BatchOptions { BatchSize = options.ProbePhotos, Prefetch = 0 }).Epoch(0).Take(1);
            Evaluator.ForEachBatch(model, batch, (_, _) => { });
        }
        finally
        {
            hooks.ForEach(hook => hook.remove());
        }
        return found;
    }

    static ActivationStatistics Of(string layer, Tensor input)
    {
        using var scope = NewDisposeScope();
        var numbers = input.to(ScalarType.Float32);
        var zeros = numbers.eq(0).sum().item<long>();
        var (mean, spread) = (numbers.mean().item<float>(), numbers.std(unbiased: false).item<float>());
        return new ActivationStatistics(layer, mean, spread, (double)zeros / numbers.numel());
    }

    static IReadOnlyList<(string Name, nn.Module<Tensor, Tensor> Module)> Layers(Classifier model, LoggingOptions options)
    {
        var all = model.named_modules().Where(m => m.module is nn.Module<Tensor, Tensor>)
            .Select(m => (m.name, Module: (nn.Module<Tensor, Tensor>)m.module)).ToList();
        if (options.Layers is { } names)
            return [.. names.Select(name => all.Find(m => m.name == name) is { Module: not null } named
                ? named : throw new UserError($"Layers names {name}, which is no module of {model.GetName()}."))];
        var kernels = all.Where(m => m.Module is Conv2d or Linear).ToList();
        var count = Math.Min(options.MostLayers, kernels.Count);
        return [.. Enumerable.Range(0, count).Select(i => kernels[count == 1 ? 0 : i * (kernels.Count - 1) / (count - 1)])];
    }
}
