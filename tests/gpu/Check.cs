using System.Diagnostics;
using TorchSharp;

namespace Derma.GpuCheck;

/// <summary>Trains, resumes, exports and predicts on one device, and holds each against the processor. Small pictures: minutes, not hours.</summary>
/// <param name="choice">The device.</param>
sealed class Check(DeviceChoice choice)
{
    const int Size = 64;

    static readonly string[] Classes = ["red", "green", "blue"];

    static readonly TrainingOptions Options = new() { Epochs = 2, BatchSize = 32, LearningRate = 1e-3, GradientClip = 5 };

    readonly PixelCache train = Pictures(256, Size, seed: 1);
    readonly PixelCache validation = Pictures(64, Size, seed: 2);
    readonly string folder = Directory.CreateTempSubdirectory("derma-gpu-").FullName;
    readonly torch.Device device = choice.Open();
    bool passed = true;

    bool IsCard => device.type == DeviceType.CUDA;

    /// <summary>Prints a line a check.</summary>
    /// <returns>Whether all passed.</returns>
    public bool Run()
    {
        Say($"device {device} of '{choice}', {torch.cuda.device_count()} CUDA cards, libtorch {torch.__version__}");
        foreach (var precision in Enum.GetValues<Precision>().Where(p => IsCard || p != Precision.Float16)) Follows(precision);
        Resumes();
        foreach (var network in Networks.Names) Steps(network);
        Exports();
        Directory.Delete(folder, recursive: true);
        Say(passed ? "all passed" : "something FAILED");
        return passed;
    }

    void Follows(Precision precision)
    {
        var here = Train(Options with { Device = DeviceChoice.Cpu }, dropout: 0).Result.History.Last!;
        var watch = Stopwatch.StartNew();
        var there = Train(Options with { Device = choice, Precision = precision }, dropout: 0).Result.History.Last!;
        var speed = Options.Epochs * (train.Count + validation.Count) / watch.Elapsed.TotalSeconds;
        var gap = Math.Abs(here.TrainLoss - there.TrainLoss);
        Require(gap < (precision == Precision.Float32 ? 0.02 : 0.1), $"{precision}: loss {there.TrainLoss:0.0000}, {gap:0.0000} from the "
            + $"processor's in 32 bits; {speed:N0} photos/s with start and validation");
    }

    void Resumes()
    {
        var options = Options with { Device = choice };
        var whole = Train(options).Weights;
        using var cancel = new CancellationTokenSource();
        Train(options, checkpoints: new(folder), progress: new Stop(5, cancel), cancellation: cancel.Token);
        File.Copy(new CheckpointOptions(folder).Last, Path.Combine(folder, "copy.checkpoint"));
        var resumed = Train(options, checkpoints: new(folder)).Weights;
        var gap = whole.Zip(resumed, (a, b) => Math.Abs(a - b)).Max();
        Require(gap < 1e-3, $"cancelled after 5 steps and resumed: weights at most {gap:0.0e+0} from never stopping");
        File.Copy(Path.Combine(folder, "copy.checkpoint"), new CheckpointOptions(folder).Last, overwrite: true);
        var moved = Train(Options with { Device = DeviceChoice.Cpu }, checkpoints: new(folder)).Result;
        Require(moved.Status == TrainingStatus.Completed, $"the same checkpoint gone on from on the processor: {moved.Steps} steps");
    }

    void Steps(string network)
    {
        const int photos = 32, batch = 16;
        using var model = Networks.Build(network, Classes.Length);
        model.Normalisation = Normalisation.ImageNet;
        using var trainer = new Trainer(model, Pictures(photos, 224, seed: 3), null, Options with { BatchSize = batch, Device = choice });
        var times = new List<(double Seconds, double Loss)>();
        var watch = Stopwatch.StartNew();
        trainer.Fit(new Told(p => times.Add((watch.Elapsed.TotalSeconds, p.Loss))));
        var step = (times[^1].Seconds - times[0].Seconds) / (times.Count - 1);
        Require(double.IsFinite(times[^1].Loss), $"{network} at 224 px, batches of {batch}: {step:0.000} s a step");
    }

    void Exports()
    {
        using var model = new PaperCnn(Network(0.3), 5);
        choice.Bring(model);
        var expected = Evaluator.Predict(model, validation, Classes).Probabilities;
        var file = Path.Combine(folder, "model.onnx");
        OnnxExport.Save(model, Info, file);
        var photos = Enumerable.Range(0, validation.Count).Select(i => new PreparedPhoto(Size, validation.Pixels(i).ToArray(), [])).ToArray();
        using var served = OnnxModel.Load(file, new PredictorOptions { Device = IsCard ? PredictorDevice.Cuda : PredictorDevice.Cpu });
        var gap = served.Run(photos, Mirror.None).Probabilities.Zip(expected, (a, b) => Math.Abs(a - b)).Max();
        Require(gap < 1e-3, $"exported and run by {served.Provider}: probabilities at most {gap:0.0e+0} from training's");
    }

    (TrainingResult Result, float[] Weights) Train(
        TrainingOptions options, double dropout = 0.3, CheckpointOptions? checkpoints = null, IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var model = new PaperCnn(Network(dropout), 5);
        using var trainer = new Trainer(model, train, validation, options, checkpoints);
        var result = trainer.Fit(progress, cancellation: cancellation);
        return (result, [.. model.parameters().SelectMany(p => p.detach().cpu().data<float>().ToArray())]);
    }

    void Require(bool holds, string found)
    {
        passed &= holds;
        Say($"{(holds ? "passed" : "FAILED")}  {found}");
    }

    static void Say(string text) => Console.WriteLine(text);

    static PaperCnnOptions Network(double dropout) => new()
    {
        Classes = Classes.Length, ImageSize = Size, Dropout = dropout, Head = HeadActivation.Softmax,
    };

    static ModelInfo Info => new()
    {
        Id = "gpu", Title = "GPU check", Classes = Classes, ImageSize = Size, Weights = new Dictionary<string, double> { ["network"] = 1 },
        Run = "no run", TrainedOn = "noise", Synthetic = true, LibraryVersion = "0",
    };

    /// <summary>Noise in which one colour is stronger.</summary>
    static PixelCache Pictures(int count, int size, int seed)
    {
        var pixels = new byte[count * size * size * 3];
        new Random(seed).NextBytes(pixels);
        for (var i = 0; i < pixels.Length; i++)
            if (i % 3 == i / (size * size * 3) % 3) pixels[i] = (byte)(pixels[i] / 2 + 127);
        Photo[] photos = [.. Enumerable.Range(0, count).Select(i => new Photo($"{seed}-{i}.png", i % 3, $"{i}", Subset.Train))];
        return PixelCache.FromPixels(photos, size, pixels);
    }
}

/// <summary>Hands progress on at once.</summary>
sealed class Told(Action<TrainingProgress> take) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => take(value);
}

/// <summary>Cancels after some steps.</summary>
sealed class Stop(int steps, CancellationTokenSource cancel) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        if (value.StepsDone == steps) cancel.Cancel();
    }
}
