using static TorchSharp.torch;

namespace Derma.Training.Tests;

[Collection(TensorLibrary.Name)]
public sealed class TrainerTests : PictureTrainingTests
{
    static readonly TrainingOptions Options = new() { Epochs = 2, BatchSize = 4, LearningRate = 0.01, Threads = 1, L2 = 1e-4 };

    [Fact]
    public void A_small_network_learns_a_few_pictures_by_heart()
    {
        using var model = new PaperCnn(Pictures.Network with { Dropout = 0 });
        using var trainer = new Trainer(model, train, validation, Options with { Epochs = 40 });
        var history = trainer.Fit().History;
        Assert.Equal(40, history.Epochs.Count);
        Assert.True(history.Last!.TrainLoss < 0.3 * history.Epochs[0].TrainLoss, $"{history.Epochs[0].TrainLoss} -> {history.Last.TrainLoss}");
        Assert.True(trainer.EvaluateOn(train).Accuracy > 0.9);
    }

    [Fact]
    public void The_first_epoch_of_one_step_reports_the_loss_of_the_fresh_weights()
    {
        var options = Options with { Epochs = 1, BatchSize = 18 };
        using var model = new PaperCnn(Pictures.Network with { Dropout = 0, BatchNorm = false });
        using var trainer = new Trainer(model, train, null, options);
        var fresh = trainer.EvaluateOn(train);
        var epoch = trainer.Fit().History.Last!;
        Assert.Equal(fresh.Loss, epoch.TrainLoss, 5);
        Assert.Equal(fresh.Accuracy, epoch.TrainAccuracy);
        Assert.NotEqual(fresh.Loss, trainer.EvaluateOn(train).Loss);
        Assert.False(epoch.Validated);
    }

    [Fact]
    public void Validation_reports_what_the_predictions_say()
    {
        using var model = new PaperCnn(Pictures.Network);
        using var trainer = new Trainer(model, train, validation, Options);
        var epoch = trainer.Fit().History.Last!;
        var predictions = Evaluator.Predict(model, validation, Pictures.Classes, batchSize: 4);
        Assert.Equal(predictions.Metrics().Accuracy, epoch.ValidationAccuracy);
        var penalty = 1e-4 * model.Kernels().SkipLast(1).Sum(k => k.data<float>().Sum(w => (double)w * w));
        var loss = Enumerable.Range(0, 9).Average(i => -Math.Log(predictions.Row(i)[predictions.Labels[i]]));
        Assert.Equal(loss + penalty, epoch.ValidationLoss, 4);
    }

    [Fact]
    public void A_budget_of_steps_ends_within_an_epoch_and_keeps_what_was_seen()
    {
        using var model = new PaperCnn(Pictures.Network);
        using var trainer = new Trainer(model, train, validation, Options with { Epochs = 9, MaxSteps = 7 });
        var result = trainer.Fit();
        Assert.Equal((TrainingStatus.Completed, 7), (result.Status, result.Steps));
        Assert.Equal([1, 2], result.History.Epochs.Select(e => e.Epoch));
        Assert.True(result.History.Last!.Validated);
    }

    [Fact]
    public void Only_every_second_epoch_and_the_last_are_validated_when_asked()
    {
        using var model = new PaperCnn(Pictures.Network);
        using var trainer = new Trainer(model, train, validation, Options with { Epochs = 3, ValidateEvery = 2 });
        Assert.Equal([false, true, true], trainer.Fit().History.Epochs.Select(e => e.Validated));
    }

    [Fact]
    public void The_best_epoch_s_weights_are_kept()
    {
        var checkpoints = new CheckpointOptions(folder.Path);
        using var model = new PaperCnn(Pictures.Network);
        using var trainer = new Trainer(model, train, validation, Options with { Epochs = 5 }, checkpoints);
        var best = trainer.Fit().BestEpoch!;
        using var kept = new PaperCnn(Pictures.Network, seed: 9);
        Safetensors.LoadInto(kept, checkpoints.Best);
        Assert.Equal(best.ValidationAccuracy, Evaluator.Predict(kept, validation, Pictures.Classes).Metrics().Accuracy);
    }

    [Fact]
    public void Progress_counts_every_step_and_epochs_arrive_with_their_history()
    {
        var steps = new List<TrainingProgress>();
        var lengths = new List<int>();
        using var model = new PaperCnn(Pictures.Network);
        using var trainer = new Trainer(model, train, validation, Options);
        trainer.Fit(new ProgressCallback(steps.Add), history => lengths.Add(history.Epochs.Count));
        Assert.Equal(Enumerable.Range(1, 10), steps.Select(p => p.StepsDone));
        Assert.Equal([1, 2, 3, 4, 5, 1, 2, 3, 4, 5], steps.Select(p => p.Step));
        Assert.All(steps, p => Assert.Equal((10, 5, 2), (p.Steps, p.StepsPerEpoch, p.Epochs)));
        Assert.Equal([1, 2], lengths);
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_the_training()
    {
        using var model = new PaperCnn(Pictures.Network with { BatchNorm = false });
        using var trainer = new Trainer(model, train, validation, Options with { LearningRate = 1e30 });
        Assert.Equal(TrainingStatus.Diverged, trainer.Fit().Status);
    }

    [Theory]
    [InlineData(OptimizerKind.AdamW, RateSchedule.OneCycle)]
    [InlineData(OptimizerKind.Adam, RateSchedule.OneCycle)]
    public void Every_other_option_trains_too(OptimizerKind optimizer, RateSchedule schedule)
    {
        using var model = new PaperCnn(Pictures.Network with { Head = HeadActivation.Sigmoid });
        using var trainer = new Trainer(model, train, validation, Options with
        {
            Optimizer = optimizer, Schedule = schedule, WeightDecay = 0.01, GradientClip = 1, LabelSmoothing = 0.1,
            ClassWeights = [1, 2, 0.5f], Augmentation = AugmentationOptions.KerasLike, Epochs = 6,
        });
        var history = trainer.Fit().History;
        Assert.True(history.Last!.TrainLoss < history.Epochs[0].TrainLoss);
        Assert.True(history.Last.LearningRate < history.Epochs[0].LearningRate);
    }

    [Fact]
    public void No_photos_are_refused()
    {
        using var model = new PaperCnn(Pictures.Network);
        Assert.Throws<UserError>(() => new Trainer(model, Pictures.Of(0), validation, Options));
    }

    [Fact]
    public void Photos_of_more_classes_than_the_network_knows_are_refused()
    {
        using var model = new PaperCnn(Pictures.Network with { Classes = 2 });
        Assert.Contains("3 classes", Assert.Throws<UserError>(() => new Trainer(model, train, validation, Options)).Message);
    }

    [Fact]
    public void Steps_leave_no_tensors_behind()
    {
        using var model = new PaperCnn(Pictures.Network);
        using var trainer = new Trainer(model, train, validation, Options with { Epochs = 20 });
        var alive = new List<long>();
        trainer.Fit(onEpoch: _ => alive.Add(TensorLibrary.Alive()));
        Assert.Equal(alive[1], alive[^1]);
    }
}
