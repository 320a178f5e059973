using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>
/// What a training tells beside its curves (Smart Derma 4.2.3: layer-wise activations, gradient distributions, weight histograms "in some
/// runs", confusion matrices "regularly"). Nothing unless asked for: a quick run pays nothing. It changes no bit of the training.
/// </summary>
public sealed record LoggingOptions
{
    /// <summary>Curves alone.</summary>
    public static LoggingOptions Curves { get; } = new();

    /// <summary>Everything, after every epoch.</summary>
    public static LoggingOptions Everything { get; } = new() { WeightsEvery = 1, GradientsEvery = 1, ActivationsEvery = 1, ConfusionEvery = 1 };

    /// <summary>Histograms of the weights at every so many epochs; null: never.</summary>
    public int? WeightsEvery { get; init; }

    /// <summary>Histograms of the last step's gradients at every so many epochs; null: never.</summary>
    public int? GradientsEvery { get; init; }

    /// <summary>Mean, spread and zeros of activations on a fixed batch at every so many epochs; null: never.</summary>
    public int? ActivationsEvery { get; init; }

    /// <summary>Confusion matrices of the epoch's training and validation photos at every so many epochs; null: never.</summary>
    public int? ConfusionEvery { get; init; }

    /// <summary>Names of the tensors whose weights and gradients are told; null: the kernels of all convolutions and dense layers.</summary>
    public IReadOnlyList<string>? Tensors { get; init; }

    /// <summary>Names of the modules whose input is measured; null: all convolutions and dense layers, thinned out to <see cref="MostLayers"/>.</summary>
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
