namespace Derma.Papers;

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
        Head = HeadActivation.Softmax,
        Optimizer = OptimizerKind.AdamW,
        Schedule = RateSchedule.OneCycle,
        LearningRate = 0.004,
        L2 = 0,
        WeightDecay = 0.02,
        LabelSmoothing = 0.05,
        ClassWeighting = 0.5,
        BatchNormMomentum = 0.1,
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
    };
}
