namespace Derma.Papers.Tests;

[Collection(TensorLibrary.Name)]
public sealed class TrialTrainingTests
{
    static readonly string[] Classes = ["a", "b", "c"];

    static Trial Trial => new()
    {
        Network = NetworkNames.MobileNetV3Small, BatchSize = 4, LearningRate = 1e-3, WeightDecay = 1e-5, Dropout = 0.3, Photos = 8, Seed = 3, Threads = 1,
    };

    static TrialResult Run(Trial trial) => TrialTraining.Run(trial, Pictures.Of(12), Pictures.Of(9), Classes);

    [Fact]
    public void A_trial_s_result_depends_on_its_record_alone() =>
        Assert.Equal(Run(Trial) with { Seconds = 0 }, Run(Trial) with { Seconds = 0 });

    [Fact]
    public void Another_seed_is_another_trial() => Assert.NotEqual(Run(Trial).Loss, Run(Trial with { Seed = 4 }).Loss);

    [Fact]
    public void A_trial_that_is_stopped_has_no_result() => Assert.Throws<OperationCanceledException>(() =>
        TrialTraining.Run(Trial, Pictures.Of(12), Pictures.Of(9), Classes, cancellation: new CancellationToken(canceled: true)));
}
