namespace Derma.Training.Tests;

public class TrainingOptionsTests
{
    [Fact]
    public void Each_option_out_of_range_is_named()
    {
        (string Name, TrainingOptions Options)[] wrong =
        [
            ("Epochs", new() { Epochs = 0 }), ("MaxSteps", new() { MaxSteps = 0 }), ("BatchSize", new() { BatchSize = 0 }),
            ("LearningRate", new() { LearningRate = -1 }), ("L2", new() { L2 = -0.1 }), ("LabelSmoothing", new() { LabelSmoothing = 1 }),
            ("GradientClip", new() { GradientClip = 0 }), ("Threads", new() { Threads = 0 }), ("ClassWeights", new() { ClassWeights = [1, 2] }),
            ("WeightDecay", new() { WeightDecay = -1 }), ("Workers", new() { Workers = 0 }), ("Prefetch", new() { Prefetch = -1 }),
            ("Factor", new() { Plateau = new() { Factor = 1 } }), ("Patience", new() { EarlyStopping = new() { Patience = 0 } }),
            ("StartFactor", new() { WarmUp = new() { StartFactor = 0 } }), ("FrozenEpochs", new() { FineTuning = new() { FrozenEpochs = -1 } }),
            ("Schedule", new() { Schedule = RateSchedule.OneCycle, Plateau = new() }), ("L2", new() { L2 = 0.1, Precision = Precision.BFloat16 }),
            ("Hue", new() { Augmentation = new() { Colour = new() { Hue = 1 } } }),
        ];
        Assert.All(wrong, w => Assert.StartsWith(w.Name + " ", Assert.Throws<UserError>(() => w.Options.Validate(classes: 3)).Message));
    }

    [Fact]
    public void The_defaults_are_in_range() => new TrainingOptions().Validate(classes: 22);
}
