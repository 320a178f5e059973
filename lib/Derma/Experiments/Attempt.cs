using System.Collections.Immutable;
using Derma.Data;
using Derma.Models;

namespace Derma.Experiments;

/// <summary>
/// One training attempt of the CNN report (section 3.7): its network, its training and how long it ran.
/// An attempt is written as the one before it <c>with</c> what the report changed, and nothing else.
/// </summary>
public sealed record Attempt
{
    /// <summary>1 to 10 in the report; a variant keeps the number of the attempt it varies.</summary>
    public required int Number { get; init; }

    /// <summary>What sets a variant apart, for its folder and its curve; empty for the report's own attempt.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Filters of each 3 x 3 convolution, in order.</summary>
    public required ImmutableArray<int> Filters { get; init; }

    /// <summary>Padding of the convolutions; Keras' default, <c>Valid</c>, until attempt 9.</summary>
    public ConvolutionPadding Padding { get; init; } = ConvolutionPadding.Valid;

    /// <summary>Whether batch normalization follows each convolution.</summary>
    public bool BatchNorm { get; init; }

    /// <summary>Order of the layers in a convolution block.</summary>
    public BlockOrder Order { get; init; } = BlockOrder.ConvReluNormPool;

    /// <summary>How the last feature map becomes a vector.</summary>
    public FeatureReduction Reduction { get; init; } = FeatureReduction.Flatten;

    /// <summary>Units of each hidden dense layer, in order.</summary>
    public required ImmutableArray<int> Dense { get; init; }

    /// <summary>Dropout after each hidden dense layer.</summary>
    public double Dropout { get; init; }

    /// <summary>Activation of the output layer.</summary>
    public HeadActivation Head { get; init; } = HeadActivation.Softmax;

    /// <summary>Adam's learning rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>L2 factor on the kernels, added to the loss as Keras does.</summary>
    public double L2 { get; init; }

    /// <summary>Whether each class weighs n / (k * n_c) in the loss.</summary>
    public bool ClassWeights { get; init; }

    /// <summary>Random changes of the training photos.</summary>
    public AugmentationOptions Augmentation { get; init; } = AugmentationOptions.None;

    /// <summary>Epochs that the report planned.</summary>
    public required int Epochs { get; init; }

    /// <summary>Epochs after which the report stopped the attempt by hand; null where it ran to its end.</summary>
    public int? StoppedAfter { get; init; }

    /// <summary>The attempt whose final weights this one starts from.</summary>
    public int? ContinuesFrom { get; init; }

    /// <summary>Whether a continued attempt also takes over Adam's moments and step count.</summary>
    public bool KeepsOptimizerState { get; init; } = true;

    /// <summary>Epochs that the report trained.</summary>
    public int EpochsRun => StoppedAfter ?? Epochs;

    /// <summary>Name of its folder below <c>attempts/</c>: <c>09</c>, or <c>09-rate-0.01</c> for a variant.</summary>
    public string FolderName => Variant.Length == 0 ? $"{Number:00}" : $"{Number:00}-{Variant}";

    /// <summary>Name for a reader: <c>attempt 9</c>.</summary>
    public string Name => Variant.Length == 0 ? $"attempt {Number}" : $"attempt {Number}, {Variant.Replace('-', ' ')}";
}
