using static TorchSharp.torch;

namespace Derma.Training.Tests;

[Collection(TensorLibrary.Name)]
public sealed class DistillationTests : PictureTrainingTests
{
    static readonly TrainingOptions Options =
        new() { Epochs = 40, BatchSize = 4, LearningRate = 0.01, Threads = 1, Distillation = new() { Share = 1, Temperature = 1 } };

    /// <summary>Sure of the class after the true one.</summary>
    Predictions Contrary() => Pictures.Answers(train, label => (label + 1) % Pictures.Classes.Length);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0.25)]
    public void The_loss_mixes_labels_and_the_divergence_from_the_softened_teacher(double temperature, double share)
    {
        // The student's odds are 3 to 1, softened 3^(1/T) to 1; the teacher's even at every temperature.
        var odds = Math.Pow(3, 1 / temperature);
        var divergence = 0.5 * Math.Log(0.5 * (odds + 1) / odds) + 0.5 * Math.Log(0.5 * (odds + 1));
        using var targets = new SoftTargets(
            new Predictions([1, 0, .5f, .5f], [0, 1], ["a", "b"], ["x", "y"]), new() { Temperature = temperature, Share = share }, CPU);
        using var logits = tensor(new[] { MathF.Log(3), 0 }).view(1, 2);
        using var labels = tensor(2f);
        using var loss = targets.Mix(labels, logits, [1]);
        Assert.Equal((1 - share) * 2 + share * temperature * temperature * divergence, loss.item<float>(), 5);
    }

    [Fact]
    public void A_teacher_that_rules_a_class_out_costs_no_more_than_that()
    {
        using var targets = new SoftTargets(new Predictions([1, 0], [0], ["a"], ["x", "y"]), new() { Temperature = 1, Share = 1 }, CPU);
        using var logits = tensor(new[] { MathF.Log(3), 0 }).view(1, 2);
        using var labels = tensor(2f);
        using var loss = targets.Mix(labels, logits, [0]);
        Assert.Equal(Math.Log(4.0 / 3), loss.item<float>(), 5);
    }

    [Fact]
    public void A_student_learns_what_its_teacher_says_and_not_what_is_true()
    {
        var teacher = Contrary();
        using var student = new PaperCnn(Pictures.Network with { Dropout = 0 });
        using var trainer = new Trainer(student, train, validation, Options, teacher: teacher);
        trainer.Fit();
        var answers = Evaluator.Predict(student, train, Pictures.Classes);
        Assert.True(Enumerable.Range(0, answers.Count).Count(i => answers.Predicted(i) == teacher.Predicted(i)) > 0.8 * answers.Count);
    }

    [Fact]
    public void A_training_goes_on_with_the_same_teacher_only()
    {
        var (checkpoints, brief) = (new CheckpointOptions(folder.Path), Options with { Epochs = 2 });
        using var student = new PaperCnn(Pictures.Network);
        using (var trainer = new Trainer(student, train, null, brief, checkpoints, Contrary())) trainer.Fit();
        using var other = new Trainer(student, train, null, brief, checkpoints, Pictures.Answers(train, label => label));
        Assert.Contains("teacher", Assert.Throws<UserError>(() => other.Fit()).Message);
    }

    [Fact]
    public void A_missing_teacher_and_one_of_other_photos_are_refused()
    {
        using var student = new PaperCnn(Pictures.Network);
        Assert.Contains("neither", Assert.Throws<UserError>(() => new Trainer(student, train, null, Options)).Message);
        Assert.Contains("neither", Assert.Throws<UserError>(
            () => new Trainer(student, train, null, Options with { Distillation = null }, teacher: Contrary())).Message);
        Assert.Contains("training photos", Assert.Throws<UserError>(
            () => new Trainer(student, train, null, Options, teacher: Pictures.Answers(validation, label => label))).Message);
        Assert.Contains("Share", Assert.Throws<UserError>(
            () => new Trainer(student, train, null, Options with { Distillation = new() { Share = 0 } }, teacher: Contrary())).Message);
    }
}
