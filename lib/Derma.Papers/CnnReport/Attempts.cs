using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>The ten attempts of the CNN report (section 3.7), each as a difference from the one before it.</summary>
/// <remarks>
/// Where the report is silent: filters of attempts 1 to 6 are 32 each, since attempt 7 is the first "with increasing number of
/// filters" and starts at 32; attempt 1's dense layer has 128 units; attempts 1 to 3 learn at 0.001, Keras' default, although attempt
/// 4's wording implies 0.01, at which they learn next to nothing (attempt 1's notebook shows both); attempt 9 learns at 0.001, since
/// attempt 8's 0.01 had failed.
/// </remarks>
public static class Attempts
{
    /// <summary>Three convolutions, flatten, one dense layer, softmax.</summary>
    public static Attempt First { get; } = new()
    {
        Number = 1,
        Network = new()
        {
            Filters = Convolutions(3),
            Padding = ConvolutionPadding.Valid,
            BatchNorm = false,
            Order = BlockOrder.ConvReluNormPool,
            Reduction = FeatureReduction.Flatten,
            Dense = [128],
            Head = HeadActivation.Softmax,
        },
        Training = new() { LearningRate = 1e-3, Epochs = 20 },
    };

    /// <summary>Batch normalization, L2, a second dense layer, dropout.</summary>
    public static Attempt Second { get; } = First with
    {
        Number = 2,
        Network = First.Network with { BatchNorm = true, Dense = [128, 128], Dropout = 0.3 },
        Training = First.Training with { L2 = 0.001, Epochs = 100 },
    };

    /// <summary>Data augmentation.</summary>
    public static Attempt Third { get; } = Second with
    {
        Number = 3,
        Training = Second.Training with { Augmentation = AugmentationOptions.KerasLike, Epochs = 50 },
    };

    /// <summary>Five convolutions and a hundredth of the learning rate.</summary>
    public static Attempt Fourth { get; } = Third with
    {
        Number = 4,
        Network = Third.Network with { Filters = Convolutions(5) },
        Training = Third.Training with { LearningRate = 1e-4, Epochs = 50 },
    };

    /// <summary>Six convolutions and ten times the learning rate.</summary>
    public static Attempt Fifth { get; } = Fourth with
    {
        Number = 5,
        Network = Fourth.Network with { Filters = Convolutions(6) },
        Training = Fourth.Training with { LearningRate = 1e-3, Epochs = 100 },
    };

    /// <summary>Batch normalization before the activation, one dense layer of 512, half the dropout; stopped at 50 epochs.</summary>
    public static Attempt Sixth { get; } = Fifth with
    {
        Number = 6,
        Network = Fifth.Network with { Order = BlockOrder.ConvNormReluPool, Dense = [512], Dropout = 0.15 },
        Training = Fifth.Training with { Epochs = 100 },
        StoppedAfter = 50,
    };

    /// <summary>
    /// Four convolutions of growing width, global average pooling, dropout 0.5, class weights, a tenth of the learning rate.
    /// </summary>
    public static Attempt Seventh { get; } = Sixth with
    {
        Number = 7,
        Network = Sixth.Network with { Filters = [32, 64, 128, 256], Reduction = FeatureReduction.GlobalAverage, Dropout = 0.5 },
        Training = Sixth.Training with { LearningRate = 1e-4, Epochs = 100 },
        ClassWeighting = 1,
        StoppedAfter = null,
    };

    /// <summary>No dropout, a hundred times the learning rate, Keras' default L2 of 0.01; stopped at 25 epochs.</summary>
    public static Attempt Eighth { get; } = Seventh with
    {
        Number = 8,
        Network = Seventh.Network with { Dropout = 0 },
        Training = Seventh.Training with { LearningRate = 0.01, L2 = 0.01, Epochs = 100 },
        StoppedAfter = 25,
    };

    /// <summary>Six padded convolutions of 16 to 512 filters, L2 0.001, dropout 0.25, a second dense layer of 256, sigmoid.</summary>
    public static Attempt Ninth { get; } = Eighth with
    {
        Number = 9,
        Network = Eighth.Network with
        {
            Filters = [16, 32, 64, 128, 256, 512],
            Padding = ConvolutionPadding.Same,
            Dense = [512, 256],
            Dropout = 0.25,
            Head = HeadActivation.Sigmoid,
        },
        Training = Eighth.Training with { LearningRate = 1e-3, L2 = 0.001, Epochs = 100 },
        StoppedAfter = null,
    };

    /// <summary>Attempt 9's weights, trained for 200 more epochs.</summary>
    public static Attempt Tenth { get; } = Ninth with { Number = 10, ContinuesFrom = 9, Training = Ninth.Training with { Epochs = 200 } };

    /// <summary>All ten, in order.</summary>
    public static ImmutableArray<Attempt> All { get; } = [First, Second, Third, Fourth, Fifth, Sixth, Seventh, Eighth, Ninth, Tenth];

    static ImmutableArray<int> Convolutions(int count) => [.. Enumerable.Repeat(32, count)];
}

/// <summary>The network of attempt 9, trained as one would train it today.</summary>
public static class Recipe
{
    /// <summary>
    /// AdamW on a one-cycle rate (Smith 2018; Loshchilov and Hutter 2019), label smoothing, flips and rotations in all directions,
    /// square-root class weights, softmax, and batch-norm statistics that follow a short training.
    /// </summary>
    public static Attempt Modern { get; } = Attempts.Ninth with
    {
        Variant = "better-recipe",
        Network = Attempts.Ninth.Network with { Head = HeadActivation.Softmax, BatchNormMomentum = 0.1 },
        ClassWeighting = 0.5,
        Training = Attempts.Ninth.Training with
        {
            Optimizer = OptimizerKind.AdamW,
            Schedule = RateSchedule.OneCycle,
            LearningRate = 0.004,
            L2 = 0,
            WeightDecay = 0.02,
            LabelSmoothing = 0.05,
            Augmentation = new AugmentationOptions
            {
                RotationDegrees = 180,
                HorizontalFlip = true,
                VerticalFlip = true,
                Shift = 0.1,
                Zoom = 0.15,
                Brightness = (0.8, 1.2),
            },
            Epochs = 60,
        },
    };
}
