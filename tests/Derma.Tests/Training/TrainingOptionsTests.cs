using Derma.Training;

namespace Derma.Tests.Training;

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
        ];
        Assert.All(wrong, w => Assert.StartsWith(w.Name + " ", Assert.Throws<UserError>(() => w.Options.Validate(classes: 3)).Message));
    }

    [Fact]
    public void The_defaults_are_in_range() => new TrainingOptions().Validate(classes: 22);
}
