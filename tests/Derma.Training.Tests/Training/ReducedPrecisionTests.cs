using static TorchSharp.torch;

namespace Derma.Training.Tests;

[Collection(TensorLibrary.Name)]
public sealed class ReducedPrecisionTests : PictureTrainingTests
{
    static readonly TrainingOptions Options = new() { Epochs = 6, BatchSize = 6, LearningRate = 0.01, Threads = 1, GradientClip = 5 };

    /// <summary>bfloat16 keeps 8 bits: single steps differ by 0.4 %, and six epochs carry that on.</summary>
    const double LossTolerance = 0.05;

    [Fact]
    public void Losses_in_bfloat16_follow_those_in_32_bits()
    {
        var (full, reduced) = (Run(Options).History, Run(Options with { Precision = Precision.BFloat16 }).History);
        Assert.All(full.Epochs.Zip(reduced.Epochs), pair => Assert.Equal(pair.First.TrainLoss, pair.Second.TrainLoss, LossTolerance));
        Assert.NotEqual(full.Last!.TrainLoss, reduced.Last!.TrainLoss);
        Assert.True(reduced.Last.TrainLoss < 0.8 * reduced.Epochs[0].TrainLoss);
    }

    [Fact]
    public void The_network_is_left_in_32_bits_with_weights_finer_than_16_could_hold()
    {
        var weights = Run(Options with { Precision = Precision.BFloat16 }).Weights;
        Assert.All(weights.Values, bytes => Assert.Equal(0, bytes.Length % 4));
        // A 32-bit number that is a rounded 16-bit one has two zero bytes at its low end.
        Assert.Contains(weights["conv1.weight"].Chunk(4), number => number[0] != 0 || number[1] != 0);
        Assert.Contains(weights["bn1.running_var"].Chunk(4), number => number[0] != 0 || number[1] != 0);
    }

    [Fact]
    public void A_cancelled_training_in_bfloat16_ends_with_the_same_bytes()
    {
        var options = Options with { Precision = Precision.BFloat16, FineTuning = new FineTuning(), Epochs = 3 };
        var whole = Run(options).Weights;
        using var cancel = new CancellationTokenSource();
        var checkpoints = new CheckpointOptions(folder.Path) { EverySteps = 2 };
        Run(options, checkpoints, new ProgressCallback(p => { if (p.StepsDone == 5) cancel.Cancel(); }), cancel.Token);
        var resumed = Run(options, checkpoints).Weights;
        Assert.All(whole, tensor => Assert.Equal(tensor.Value, resumed[tensor.Key]));
    }

    [Fact]
    public void Half_precision_without_cuda_and_a_penalty_in_16_bits_are_refused()
    {
        Assert.Contains("not on this device", Assert.Throws<UserError>(() => Run(Options with { Precision = Precision.Float16 })).Message);
        Assert.StartsWith("L2 ", Assert.Throws<UserError>(() => Run(Options with { Precision = Precision.BFloat16, L2 = 0.1 })).Message);
    }

    /// <summary>
    /// TorchSharp 0.107 counts one tensor too many whenever a parameter changes its type, although the memory is free: the four epochs between
    /// change the eight parameters of the convolutions and dense layers there and back. Nothing else may be left.
    /// </summary>
    [Fact]
    public void Steps_leave_no_tensors_behind()
    {
        const int miscounted = 4 * 2 * 8;
        var alive = new List<long>();
        Run(Options with { Precision = Precision.BFloat16 }, onEpoch: _ => alive.Add(TensorLibrary.Alive()));
        Assert.Equal(alive[1] + miscounted, alive[^1]);
    }

    [Fact]
    public void The_scale_of_the_loss_is_halved_by_overflow_and_doubled_after_2000_good_steps()
    {
        var scale = new LossScale().After(finite: false);
        Assert.Equal(32768, scale.Factor);
        for (var i = 0; i < 2000; i++) scale = scale.After(finite: true);
        Assert.Equal(65536, scale.Factor);
    }

    (History History, Dictionary<string, byte[]> Weights) Run(
        TrainingOptions options, CheckpointOptions? checkpoints = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default,
        Action<History>? onEpoch = null)
    {
        using var model = new PaperCnn(Pictures.Network with { Dropout = 0 }, 5);
        using var trainer = new Trainer(model, train, validation, options, checkpoints);
        var history = trainer.Fit(progress, onEpoch, cancellation).History;
        return (history, StateDict.Of(model).Where(t => t.Tensor.is_floating_point()).ToDictionary(t => t.Name, t => t.Tensor.bytes.ToArray()));
    }
}
