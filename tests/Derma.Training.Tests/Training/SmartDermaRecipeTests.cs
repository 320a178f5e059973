using System.Text.Json;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

[Collection(TensorLibrary.Name)]
public sealed class SmartDermaRecipeTests : PictureTrainingTests
{
    static readonly TrainingOptions Options = new()
    {
        Epochs = 12, BatchSize = 4, LearningRate = 0.02, Threads = 1, WeightDecay = 1e-3, Seed = 4,
        ClassWeights = [1, 2, 0.5f], WeightedMean = WeightedMean.OverWeights, Sampling = ClassSampling.Balanced,
        Augmentation = AugmentationOptions.TorchvisionLike, BestBy = BestBy.MacroF1,
        WarmUp = new WarmUp { Steps = 7 }, Plateau = new PlateauOptions { Factor = 0.5, Patience = 0, Threshold = 0.05 },
        EarlyStopping = new EarlyStopping { Patience = 3, MinDelta = 0.05 }, FineTuning = new FineTuning { FrozenEpochs = 1, RateFactor = 0.5 },
    };

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(14)]
    [InlineData(20)]
    public void The_whole_recipe_cancelled_after_some_steps_ends_with_the_same_bytes(int steps)
    {
        var (whole, bytes) = Train(Options);
        Assert.Equal(TrainingStatus.StoppedEarly, whole.Status);
        Assert.True(whole.History.Last!.LearningRate < 0.005, "no plateau was met");
        using var cancel = new CancellationTokenSource();
        var (first, _) = Train(Options, Checkpoints, new ProgressCallback(p => { if (p.StepsDone == steps) cancel.Cancel(); }), cancel.Token);
        Assert.Equal((TrainingStatus.Interrupted, steps), (first.Status, first.Steps));
        var (second, same) = Train(Options with { Workers = 2, Prefetch = 3 }, Checkpoints, modelSeed: 99);
        Assert.Equal(TrainingStatus.StoppedEarly, second.Status);
        Assert.Equal(bytes, same);
        Assert.Equal(whole.History.Epochs.Select(e => e with { Seconds = 0 }), second.History.Epochs.Select(e => e with { Seconds = 0 }));
    }

    [Fact]
    public void A_training_that_stopped_early_is_not_trained_again()
    {
        var (first, bytes) = Train(Options, Checkpoints);
        var (again, same) = Train(Options, Checkpoints, new ProgressCallback(_ => Assert.Fail("a step was trained")), modelSeed: 99);
        Assert.Equal((first.Status, first.Steps), (again.Status, again.Steps));
        Assert.Equal(bytes, same);
    }

    [Fact]
    public void Rates_follow_warm_up_phases_and_plateaus()
    {
        var epochs = Train(Options).Result.History.Epochs;
        // Steps 4 and 9 are the last of the first two epochs of five: 0.1 + 0.9 * 4/7 of the rate; then the full rate of the second phase.
        Assert.Equal(0.02 * (0.1 + 0.9 * 4 / 7), epochs[0].LearningRate, 1e-12);
        var lowest = double.PositiveInfinity;
        var rate = 0.02;
        foreach (var (epoch, next) in epochs.Zip(epochs.Skip(1)))
        {
            if (epoch.ValidationLoss < lowest * 0.95) lowest = epoch.ValidationLoss;
            else rate *= 0.5;
            Assert.Equal(0.5 * rate, next.LearningRate, 1e-12);
        }
    }

    [Fact]
    public void A_frozen_backbone_keeps_every_bit_and_its_statistics_while_the_head_learns()
    {
        var before = Tensors(new PaperCnn(Pictures.Network, 5));
        using var model = new PaperCnn(Pictures.Network, 5);
        using var trainer = new Trainer(model, train, null, new TrainingOptions { Epochs = 1, BatchSize = 4, Threads = 1, FineTuning = new FineTuning { FrozenEpochs = 1 } });
        trainer.Fit();
        var changed = Tensors(model).Where(t => !t.Value.SequenceEqual(before[t.Key])).Select(t => t.Key);
        Assert.Equal(["dense2.bias", "dense2.weight"], changed.Order());
        Assert.All(model.parameters(), p => Assert.True(p.requires_grad));
    }

    [Fact]
    public void After_the_frozen_epochs_everything_learns()
    {
        var before = Tensors(new PaperCnn(Pictures.Network, 5));
        using var model = new PaperCnn(Pictures.Network, 5);
        using var trainer = new Trainer(model, train, null, new TrainingOptions { Epochs = 2, BatchSize = 4, Threads = 1, FineTuning = new FineTuning { FrozenEpochs = 1 } });
        trainer.Fit();
        Assert.All(Tensors(model), t => Assert.False(t.Value.SequenceEqual(before[t.Key]), t.Key));
    }

    [Fact]
    public void The_best_weights_tell_their_epoch_rate_and_figures()
    {
        var (result, _) = Train(Options, Checkpoints);
        var best = result.History.BestBy(BestBy.MacroF1)!;
        Assert.Equal(best, result.BestEpoch);
        var told = SafetensorsFile.Read(Checkpoints.Best).Metadata;
        Assert.Equal($"{best.Epoch}", told["epoch"]);
        Assert.Equal(best.LearningRate, double.Parse(told["learning_rate"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(best.ValidationF1, JsonDocument.Parse(told["metrics"]).RootElement.GetProperty("validationF1").GetDouble());
    }

    [Fact]
    public void Periodic_checkpoints_are_kept_and_a_training_goes_on_from_one()
    {
        var options = Options with { Epochs = 4, Plateau = null, EarlyStopping = null, FineTuning = null, WarmUp = null };
        var (_, bytes) = Train(options, Checkpoints with { KeepEveryEpochs = 2 });
        string[] kept = [.. Directory.GetFiles(folder.Path, "epoch-*").Select(f => Path.GetFileName(f)).Order()];
        Assert.Equal(["epoch-0002.checkpoint", "epoch-0004.checkpoint"], kept);
        File.Copy(Checkpoints.Kept(2), Checkpoints.Last, overwrite: true);
        Assert.Equal(bytes, Train(options, Checkpoints, modelSeed: 99).Bytes);
    }

    [Fact]
    public void Validation_figures_are_those_of_the_predictions()
    {
        using var model = new PaperCnn(Pictures.Network, 5);
        using var trainer = new Trainer(model, train, validation, Options with { Epochs = 2 });
        var epoch = trainer.Fit().History.Last!;
        var macro = Derma.Training.Evaluator.Predict(model, validation, Pictures.Classes).Metrics().Macro;
        Assert.Equal((macro.Precision, macro.Recall, macro.F1), (epoch.ValidationPrecision, epoch.ValidationRecall, epoch.ValidationF1));
        Assert.All(new[] { epoch.TrainPrecision, epoch.TrainRecall, epoch.TrainF1 }, figure => Assert.InRange(figure, 0, 1));
    }

    [Fact]
    public void Options_that_follow_the_validation_loss_want_validation_photos()
    {
        using var model = new PaperCnn(Pictures.Network);
        Assert.Contains("no validation photos", Assert.Throws<UserError>(() => new Trainer(model, train, null, Options)).Message);
    }

    [Fact]
    public void Steps_leave_no_tensors_behind()
    {
        using var model = new PaperCnn(Pictures.Network);
        model.Normalisation = Normalisation.ImageNet;
        using var trainer = new Trainer(model, train, validation, Options with { EarlyStopping = null });
        var alive = new List<long>();
        trainer.Fit(onEpoch: _ => alive.Add(TensorLibrary.Alive()));
        Assert.Equal(alive[2], alive[^1]);
    }

    static Dictionary<string, byte[]> Tensors(PaperCnn model) => StateDict.Of(model).ToDictionary(t => t.Name, t => t.Tensor.bytes.ToArray());
}
