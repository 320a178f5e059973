using System.Text.Json.Nodes;

namespace Derma.Training.Tests;

[Collection(TensorLibrary.Name)]
public sealed class ResumeTests : PictureTrainingTests
{
    static readonly TrainingOptions Options = new()
    {
        Epochs = 2, BatchSize = 4, LearningRate = 0.01, Threads = 1, L2 = 1e-4, Augmentation = AugmentationOptions.KerasLike,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(10)]
    public void A_training_cancelled_after_some_steps_ends_with_the_same_bytes(int steps)
    {
        var whole = Whole(Options);
        using var cancel = new CancellationTokenSource();
        var (first, _) = Train(Options, Checkpoints, new ProgressCallback(p => { if (p.StepsDone == steps) cancel.Cancel(); }), cancel.Token);
        Assert.Equal((TrainingStatus.Interrupted, steps), (first.Status, first.Steps));
        var (second, bytes) = Train(Options, Checkpoints, modelSeed: 99);
        Assert.Equal(TrainingStatus.Completed, second.Status);
        Assert.Equal(whole.Bytes, bytes);
        Assert.Equal(Timeless(whole.Result.History), Timeless(second.History));
        Assert.Equal(whole.Result.BestEpoch! with { Seconds = 0 }, second.BestEpoch! with { Seconds = 0 });
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(9)]
    public void A_training_killed_after_some_steps_goes_on_from_the_last_checkpoint_to_the_same_bytes(int steps)
    {
        var whole = Whole(Options);
        var every = Checkpoints with { EverySteps = 2 };
        Assert.Throws<TimeoutException>(() => Train(Options, every, new ProgressCallback(p => { if (p.StepsDone == steps) throw new TimeoutException(); })));
        var (second, bytes) = Train(Options, every, modelSeed: 99);
        Assert.Equal(whole.Bytes, bytes);
        Assert.Equal(Timeless(whole.Result.History), Timeless(second.History));
    }

    [Fact]
    public void A_finished_training_is_not_trained_again()
    {
        var (_, bytes) = Train(Options, Checkpoints);
        var progress = new ProgressCallback(_ => Assert.Fail("a step was trained"));
        var (again, same) = Train(Options, Checkpoints, progress, modelSeed: 99);
        Assert.Equal((TrainingStatus.Completed, 2), (again.Status, again.History.Epochs.Count));
        Assert.Equal(bytes, same);
    }

    [Fact]
    public void Other_threads_options_photos_or_networks_are_refused_by_name()
    {
        Train(Options, Checkpoints);
        Assert.Contains("Threads = 1", Refusal(() => Train(Options with { Threads = 2 }, Checkpoints)));
        Assert.Contains("LearningRate = 0.01", Refusal(() => Train(Options with { LearningRate = 0.02 }, Checkpoints)));
        Assert.Contains("Augmentation", Refusal(() =>
            Train(Options with { Augmentation = AugmentationOptions.KerasLike with { Brightness = (0.5, 1.5) } }, Checkpoints)));
        Assert.Contains("network", Refusal(() => Train(Options, Checkpoints, network: Pictures.Network with { Dropout = 0.4 })));
        Assert.Contains("training photos", Refusal(() => Train(Options, Checkpoints, photos: Pictures.Of(17))));
    }

    [Fact]
    public void Without_resuming_a_training_starts_again()
    {
        Train(Options with { LearningRate = 0.1 }, Checkpoints);
        Assert.Equal(Whole(Options).Bytes, Train(Options, Checkpoints with { Resume = false }).Bytes);
    }

    /// <summary>The names that the first version's checkpoints held; it knew no plateau, no sampling, no normalisation and no precision.</summary>
    [Fact]
    public void A_checkpoint_of_an_older_version_is_gone_on_from()
    {
        string[] record =
        [
            "Epochs", "MaxSteps", "BatchSize", "Optimizer", "LearningRate", "Schedule", "AdamEpsilon", "WeightDecay", "L2", "L2Scope", "ClassWeights",
            "LabelSmoothing", "GradientClip", "Augmentation", "Seed", "Threads", "ValidateEvery", "BestBy", "network", "training photos", "start",
        ];
        string[] state = ["FirstEpoch", "EpochsDone", "StepInEpoch", "StepsDone", "Running", "Seconds", "History", "Best"];
        using var cancel = new CancellationTokenSource();
        Train(Options, Checkpoints, new ProgressCallback(p => { if (p.StepsDone == 7) cancel.Cancel(); }), cancel.Token);
        var file = SafetensorsFile.Read(Checkpoints.Last);
        SafetensorsFile.Write(Checkpoints.Last, file.Entries, new Dictionary<string, string>
        {
            ["record"] = Only(file.Metadata["record"], record), ["state"] = Only(file.Metadata["state"], state),
        });
        Assert.Equal(Whole(Options).Bytes, Train(Options, Checkpoints, modelSeed: 99).Bytes);
        Assert.Contains("Sampling", Refusal(() => Train(Options with { Sampling = ClassSampling.Balanced }, Checkpoints)));
    }

    static string Only(string json, string[] names)
    {
        var all = JsonNode.Parse(json)!.AsObject();
        Assert.All(names, name => Assert.True(all.ContainsKey(name), name));
        return new JsonObject(all.Where(p => names.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString();
    }

    [Fact]
    public void A_truncated_checkpoint_is_refused_by_name()
    {
        Train(Options, Checkpoints);
        File.WriteAllBytes(Checkpoints.Last, File.ReadAllBytes(Checkpoints.Last)[..^9]);
        Assert.Contains(Checkpoints.Last, Refusal(() => Train(Options, Checkpoints)));
    }

    [Fact]
    public void A_continued_training_equals_a_longer_one_to_the_byte()
    {
        var longer = Whole(Options with { Epochs = 4 });
        Train(Options, Checkpoints);
        var (result, bytes) = Train(Options, null, continueFrom: Checkpoints.Last);
        Assert.Equal(longer.Bytes, bytes);
        Assert.Equal(Timeless(longer.Result.History)[2..], Timeless(result.History));
        Assert.Equal([3, 4], result.History.Epochs.Select(e => e.Epoch));
    }

    [Fact]
    public void A_continued_training_without_the_optimizer_s_state_takes_other_steps()
    {
        Train(Options, Checkpoints);
        var kept = Train(Options, null, continueFrom: Checkpoints.Last).Bytes;
        Assert.NotEqual(kept, Train(Options, null, continueFrom: Checkpoints.Last, keepOptimizerState: false).Bytes);
    }

    [Fact]
    public void A_checkpoint_of_another_network_names_what_does_not_fit()
    {
        Train(Options, Checkpoints);
        var refusal = Refusal(() => Train(Options, null, network: Pictures.Network with { Filters = [4, 6, 8] }, continueFrom: Checkpoints.Last));
        Assert.Contains("missing conv3.weight", refusal);
    }

    (TrainingResult Result, byte[] Bytes) Whole(TrainingOptions options) => Train(options, null);

    static EpochMetrics[] Timeless(History history) => [.. history.Epochs.Select(e => e with { Seconds = 0 })];

    static string Refusal(Action action) => Assert.ThrowsAny<UserError>(action).Message;
}
