using static Derma.Core.OptionCheck;

namespace Derma.Training;

/// <summary>Order of the parts of a convolution block.</summary>
public enum BlockOrder
{
    /// <summary>Convolution, ReLU, batch norm, max-pool (attempts 1 to 5: activation inside the Conv2D layer).</summary>
    ConvReluNormPool,

    /// <summary>Convolution, batch norm, ReLU, max-pool (attempt 6 on).</summary>
    ConvNormReluPool,
}

/// <summary>What a convolution does at the border.</summary>
public enum ConvolutionPadding
{
    /// <summary>No padding, Keras' default: a 3x3 kernel takes one pixel off each side.</summary>
    Valid,

    /// <summary>Zeros around the map, so that it keeps its size.</summary>
    Same,
}

/// <summary>How the last maps become one vector.</summary>
public enum FeatureReduction
{
    /// <summary>All pixels of all maps in one row (attempts 1 to 6).</summary>
    Flatten,

    /// <summary>The mean of each map (attempt 7 on).</summary>
    GlobalAverage,
}

/// <summary>
/// The CNN of the CNN report, section 3.7, in any of its ten attempts. The defaults are attempt 9 and 10, which the parameter counts of
/// section 3.6 settle.
/// </summary>
public sealed record PaperCnnOptions
{
    /// <summary>Number of classes.</summary>
    public int Classes { get; init; } = 22;

    /// <summary>Width and height of the photos in pixels; the report's are 256.</summary>
    public int ImageSize { get; init; } = 256;

    /// <summary>Output channels of each 3x3 convolution, first to last.</summary>
    public IReadOnlyList<int> Filters { get; init; } = [16, 32, 64, 128, 256, 512];

    /// <summary>Padding of the convolutions; attempts 1 to 8 have Keras' default, valid.</summary>
    public ConvolutionPadding Padding { get; init; } = ConvolutionPadding.Same;

    /// <summary>
    /// Whether photos too small for valid convolutions are padded with <see cref="ConvolutionPadding.Same"/> instead of refused: five valid
    /// convolutions need 94 px, six 190. <see cref="IsPaddedBelowMinimum"/> says whether that happened.
    /// </summary>
    public bool PadBelowMinimum { get; init; } = true;

    /// <summary>Whether a batch norm follows each convolution.</summary>
    public bool BatchNorm { get; init; } = true;

    /// <summary>
    /// Momentum of batch norm's moving statistics as PyTorch counts it; null for Keras' 0.99, which is 0.01 here and looks back over some
    /// hundred steps.
    /// </summary>
    public double? BatchNormMomentum { get; init; }

    /// <summary>Order inside a convolution block.</summary>
    public BlockOrder Order { get; init; } = BlockOrder.ConvNormReluPool;

    /// <summary>How the last maps become one vector.</summary>
    public FeatureReduction Reduction { get; init; } = FeatureReduction.GlobalAverage;

    /// <summary>Widths of the hidden dense layers.</summary>
    public IReadOnlyList<int> Dense { get; init; } = [512, 256];

    /// <summary>Share of activations dropped after each hidden dense layer while training.</summary>
    public double Dropout { get; init; }

    /// <summary>What turns logits into probabilities.</summary>
    public HeadActivation Head { get; init; } = HeadActivation.Sigmoid;

    /// <summary>Whether the photos are too small for the wanted valid convolutions and the padding is <c>same</c> instead.</summary>
    public bool IsPaddedBelowMinimum => Padding == ConvolutionPadding.Valid && PadBelowMinimum && ImageSize < MinimumSize(Padding);

    /// <summary>The padding that the network is built with.</summary>
    public ConvolutionPadding EffectivePadding => IsPaddedBelowMinimum ? ConvolutionPadding.Same : Padding;

    /// <summary>Width of the square maps after each block, for photos of <see cref="ImageSize"/>.</summary>
    public IReadOnlyList<int> MapSizes
    {
        get
        {
            var sizes = new List<int>();
            foreach (var _ in Filters) sizes.Add(((sizes.Count == 0 ? ImageSize : sizes[^1]) - Lost(EffectivePadding)) / 2);
            return sizes;
        }
    }

    /// <summary>Length of the vector that the first dense layer takes.</summary>
    public int Features => Reduction == FeatureReduction.GlobalAverage ? Filters[^1] : Filters[^1] * MapSizes[^1] * MapSizes[^1];

    /// <summary>The smallest photos that leave a pixel after the last block.</summary>
    public int MinimumSize(ConvolutionPadding padding) => Filters.Aggregate(1, (size, _) => 2 * size + Lost(padding));

    /// <summary>Checks every option.</summary>
    /// <exception cref="UserError">An option is out of range or the photos are too small.</exception>
    public void Validate()
    {
        RequireClasses(Classes);
        Require(Filters.Count > 0 && Filters.All(f => f > 0), "Filters must be a list of positive numbers");
        Require(Dense.All(width => width > 0), "Dense must be a list of positive numbers");
        RequireShare(nameof(Dropout), Dropout);
        var minimum = MinimumSize(EffectivePadding);
        Require(
            ImageSize >= minimum,
            $"ImageSize is {ImageSize}: {Filters.Count} convolutions with {EffectivePadding} padding need {minimum} px");
    }

    /// <summary>Pixels that a 3x3 convolution takes off a map's width.</summary>
    static int Lost(ConvolutionPadding padding) => padding == ConvolutionPadding.Valid ? 2 : 0;
}
