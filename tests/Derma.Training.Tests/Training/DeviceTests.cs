using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

/// <summary>Trainings elsewhere. Tensors of the device "meta" have shapes and no numbers, and refuse to meet those of another device.</summary>
[Collection(TensorLibrary.Name)]
public sealed class DeviceTests : PictureTrainingTests
{
    static readonly Device Meta = device(DeviceType.META);

    static readonly TrainingOptions Options = new()
    {
        Epochs = 2, BatchSize = 4, LearningRate = 0.01, Threads = 1, GradientClip = 5, ClassWeights = [1, 2, 0.5f],
    };

    [Fact]
    public void Photos_and_labels_go_where_the_network_is()
    {
        using var scope = NewDisposeScope();
        using var model = new OneLayer { Normalisation = Normalisation.ImageNet };
        DeviceChoice.Bring(model, Meta);
        var (pixels, labels) = (TensorBatch.Pixels(Batch(), model), TensorBatch.Labels(Batch(), model.Device));
        Assert.Equal([6, 3, Pictures.Size, Pictures.Size], pixels.shape);
        Assert.All(new[] { pixels, labels }, tensor => Assert.Equal(DeviceType.META, tensor.device.type));
    }

    [Fact]
    public void Evaluation_takes_the_photos_to_the_network()
    {
        using var model = new OneLayer { Normalisation = Normalisation.ImageNet };
        DeviceChoice.Bring(model, Meta);
        var found = new List<DeviceType>();
        Evaluator.ForEachBatch(model, validation, 4, (_, logits) => found.Add(logits.device.type));
        Assert.Equal([DeviceType.META, DeviceType.META, DeviceType.META], found);
    }

    [Fact]
    public void Loss_gradients_and_the_optimizer_s_step_stay_where_the_network_is()
    {
        using var scope = NewDisposeScope();
        using var model = new OneLayer();
        DeviceChoice.Bring(model, Meta);
        using var optimizer = Learner.OptimizerFor(Options, model.parameters());
        var (pixels, labels) = (TensorBatch.Pixels(Batch(), model), TensorBatch.Labels(Batch(), model.Device));
        var loss = Losses.CrossEntropy(model.Head, model.call(pixels), labels, labelSmoothing: 0.1);
        loss.backward();
        optimizer.step();
        Assert.Equal(DeviceType.META, loss.device.type);
        Assert.All(model.parameters(), weight => Assert.Equal((DeviceType.META, DeviceType.META), (weight.device.type, weight.grad!.device.type)));
    }

    [Fact]
    public void A_network_that_is_there_already_keeps_its_parameters()
    {
        using var model = new PaperCnn(Pictures.Network);
        var before = model.parameters().ToArray();
        DeviceChoice.Cpu.Bring(model);
        Assert.All(model.parameters().Zip(before), pair => Assert.Same(pair.Second, pair.First));
    }

    [SkippableFact]
    public void Processors_without_instructions_for_16_bits_are_named_as_slow()
    {
        using var model = new PaperCnn(Pictures.Network);
        using var trainer = new Trainer(model, train, null, Options with { Precision = Precision.BFloat16 });
        Skip.IfNot(File.Exists("/proc/cpuinfo"), "There is no /proc here.");
        var flags = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal))?.Split(' ');
        Assert.Equal(flags?.Contains("avx512_bf16") == false && !flags.Contains("amx_bf16"), trainer.Remark is not null);
    }

    [SkippableTheory]
    [InlineData(Precision.Float32, 0.01)]
    [InlineData(Precision.BFloat16, 0.05)]
    [InlineData(Precision.Float16, 0.02)]
    public void Losses_on_a_card_follow_the_processor_s(Precision precision, double tolerance)
    {
        RequireCard();
        var still = Pictures.Network with { Dropout = 0 };
        var here = Train(Options, network: still).Result.History.Epochs;
        var there = OnCard(Options with { Precision = precision }, still).History.Epochs;
        Assert.All(here.Zip(there), pair => Assert.Equal(pair.First.TrainLoss, pair.Second.TrainLoss, tolerance));
    }

    [SkippableFact]
    public void A_training_on_a_card_that_was_cancelled_drops_the_same_units()
    {
        RequireCard();
        var whole = OnCard(Options, Pictures.Network).History.Epochs;
        using var cancel = new CancellationTokenSource();
        var stop = new ProgressCallback(p => { if (p.StepsDone == 3) cancel.Cancel(); });
        OnCard(Options, Pictures.Network, Checkpoints, stop, cancel.Token);
        var resumed = OnCard(Options, Pictures.Network, Checkpoints).History.Epochs;
        Assert.All(whole.Zip(resumed), pair => Assert.Equal(pair.First.TrainLoss, pair.Second.TrainLoss, 1e-4));
    }

    [SkippableFact]
    public void A_checkpoint_of_a_card_is_gone_on_from_on_the_processor()
    {
        RequireCard();
        using var cancel = new CancellationTokenSource();
        var stop = new ProgressCallback(p => { if (p.StepsDone == 3) cancel.Cancel(); });
        OnCard(Options, Pictures.Network, Checkpoints, stop, cancel.Token);
        var (result, _) = Train(Options, Checkpoints);
        Assert.Equal((TrainingStatus.Completed, 10), (result.Status, result.Steps));
    }

    TrainingResult OnCard(
        TrainingOptions options, PaperCnnOptions network, CheckpointOptions? checkpoints = null, IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var model = new PaperCnn(network, 5);
        using var trainer = new Trainer(model, train, validation, options with { Device = DeviceChoice.Cuda }, checkpoints);
        Assert.Equal(DeviceType.CUDA, model.Device.type);
        return trainer.Fit(progress, cancellation: cancellation);
    }

    static PixelBatch Batch() => new Batches(Pictures.Of(6), new BatchOptions { BatchSize = 6 }).Epoch(0).First();

    static void RequireCard() => Skip.IfNot(cuda.is_available(), "No CUDA device is here.");
}

/// <summary>The least of networks: the device without numbers has no convolutions.</summary>
sealed class OneLayer : Classifier
{
    readonly TorchSharp.Modules.Linear head = nn.Linear(3 * Pictures.Size * Pictures.Size, 3);

    public OneLayer()
        : base(nameof(OneLayer)) => RegisterComponents();

    public override int Classes => 3;

    public override HeadActivation Head => HeadActivation.Softmax;

    public override string HeadName => "head";

    public override string Description => nameof(OneLayer);

    public override Tensor forward(Tensor input) => head.call(input.flatten(1));
}
