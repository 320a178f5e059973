using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Derma.Papers;

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

    /// <summary>How strongly rare classes count in the loss: each class weighs (n / (k * n_c)) to this power; 0 for no weights, 1 for the report's.</summary>
    public double ClassWeighting { get; init; }

    /// <summary>The optimizer.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Adam;

    /// <summary>The course of the learning rate.</summary>
    public RateSchedule Schedule { get; init; } = RateSchedule.Constant;

    /// <summary>Weight decay of AdamW, apart from the loss.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Share of the target that is spread over all classes.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Momentum of batch normalization's running statistics, as PyTorch counts it: Keras' 0.99 is 0.01 here.</summary>
    public double BatchNormMomentum { get; init; } = 0.01;

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

    /// <summary>The network for one data set and picture size.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="imageSize">Side of the pictures, in pixels.</param>
    public PaperCnnOptions Network(int classes, int imageSize) => new()
    {
        Classes = classes,
        ImageSize = imageSize,
        Filters = Filters,
        Padding = Padding,
        BatchNorm = BatchNorm,
        BatchNormMomentum = BatchNormMomentum,
        Order = Order,
        Reduction = Reduction,
        Dense = Dense,
        Dropout = Dropout,
        Head = Head,
    };

    /// <summary>The training on one data set.</summary>
    /// <param name="countPerClass">Training photos of each class.</param>
    /// <param name="maxSteps">A budget of steps in place of the epochs, or null.</param>
    /// <param name="seed">Decides weights, order, augmentation and dropout.</param>
    /// <param name="threads">Threads of the tensor library.</param>
    public TrainingOptions Training(int[] countPerClass, int? maxSteps, long seed, int threads) => new()
    {
        Epochs = maxSteps is { } steps ? Math.Max(EpochsRun, steps) : EpochsRun,
        MaxSteps = maxSteps,
        LearningRate = LearningRate,
        Optimizer = Optimizer,
        Schedule = Schedule,
        WeightDecay = WeightDecay,
        LabelSmoothing = LabelSmoothing,
        L2 = L2,
        ClassWeights = ClassWeighting == 0 ? null : [.. ClassWeights.Balanced(countPerClass).Select(weight => MathF.Pow(weight, (float)ClassWeighting))],
        Augmentation = Augmentation,
        Seed = seed,
        Threads = threads,
    };

    /// <summary>What sets this attempt apart from another, one row an option: name, before, after.</summary>
    public IReadOnlyList<(string Option, string Before, string After)> ChangesFrom(Attempt before)
    {
        var old = JsonSerializer.SerializeToElement(before, Names);
        return
        [
            .. JsonSerializer.SerializeToElement(this, Names).EnumerateObject()
                .Where(option => !NotOptions.Contains(option.Name))
                .Select(option => (option.Name, OptionText.Of(old.GetProperty(option.Name)), OptionText.Of(option.Value)))
                .Where(row => row.Item2 != row.Item3),
        ];
    }

    static readonly JsonSerializerOptions Names = new() { Converters = { new JsonStringEnumConverter() } };

    static readonly string[] NotOptions = [nameof(Number), nameof(Variant), nameof(EpochsRun), nameof(FolderName), nameof(Name)];
}
