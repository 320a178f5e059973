using TorchSharp;
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
        var alive = new Dictionary<int, long>();
        var options = Options with { Precision = Precision.BFloat16, Epochs = 1, BatchSize = 2 };
        using var model = new PaperCnn(Pictures.Network with { Dropout = 0 }, 5);
        using var trainer = new Trainer(model, Pictures.Of(120), validation, options);
        trainer.Fit(new ProgressCallback(p => { if (p.StepsDone is 5 or 50) alive[p.StepsDone] = TensorLibrary.Alive(); }));
        Assert.Equal(alive[5], alive[50]);
    }

    /// <summary>
    /// The library's count of tensors goes up by one for each parameter that <c>to</c> converts, though the old one is freed: epochs add what converting
    /// a network like it adds by itself, and the next test says that this is the count alone.
    /// </summary>
    [Fact]
    public void Epochs_leave_no_tensors_behind_but_those_that_conversions_miscount()
    {
        var alive = new List<long>();
        Run(Options with { Precision = Precision.BFloat16 }, onEpoch: _ => alive.Add(TensorLibrary.Alive()));
        using var model = new PaperCnn(Pictures.Network with { Dropout = 0 }, 5);
        using var reduced = new ReducedPrecision(model, Precision.BFloat16);
        var before = TensorLibrary.Alive();
        reduced.Enter();
        reduced.Leave();
        var miscounted = TensorLibrary.Alive() - before;
        Assert.All(alive.Skip(1).Zip(alive.Skip(2)), pair => Assert.Equal(miscounted, pair.Second - pair.First));
    }

    [SkippableFact]
    public void Converting_a_network_to_and_fro_keeps_no_memory()
    {
        Skip.IfNot(File.Exists("/proc/self/statm"), "There is no /proc here.");
        const int rounds = 40, width = 1500; // 9 MB in 32 bits: were they kept, 40 rounds would hold 540 MB
        using var layer = nn.Linear(width, width);
        Convert(layer);
        var before = Resident();
        for (var i = 0; i < rounds; i++) Convert(layer);
        Assert.InRange((Resident() - before) >> 20, -1000, 60);

        static void Convert(nn.Module module) => module.to(ScalarType.BFloat16).to(ScalarType.Float32);
    }

    static long Resident() => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) * Environment.SystemPageSize;

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
