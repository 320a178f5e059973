using System.Diagnostics;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>What the training framework makes of photos: what a model file is held against.</summary>
/// <param name="Logits">photos x classes of the first network.</param>
/// <param name="Probabilities">photos x classes, the weighted mean over the networks.</param>
public sealed record FrameworkRun(float[] Logits, float[] Probabilities)
{
    /// <summary>Runs networks, each on its own device, and brings their answers together on the CPU.</summary>
    /// <param name="members">Networks in evaluation mode, each with its weight in the vote.</param>
    /// <param name="photos">Pixels in [0, 1].</param>
    public static FrameworkRun Of(IReadOnlyList<(Classifier Model, double Weight)> members, PixelBatch photos)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Tensor[] logits = [.. members.Select(member => member.Model.call(TensorBatch.Pixels(photos, member.Model)).cpu())];
        var sum = zeros([photos.Count, members[0].Model.Classes]);
        for (var i = 0; i < members.Count; i++) sum.add_(members[i].Model.Head.Probabilities(logits[i]).mul(members[i].Weight));
        return new FrameworkRun(TensorNumbers.Of(logits[0]), TensorNumbers.Of(sum));
    }
}

/// <summary>A model in both forms.</summary>
/// <param name="Name">Name for a reader.</param>
/// <param name="Members">Its networks in the training framework, each with its weight in the vote; a single one has 1.</param>
/// <param name="File">Its ONNX file.</param>
public sealed record SpeedCase(string Name, IReadOnlyList<(Classifier Model, double Weight)> Members, string File);

/// <summary>What a speed comparison measures, and for how long.</summary>
public sealed record SpeedOptions
{
    /// <summary>Photos at once.</summary>
    public IReadOnlyList<int> Batches { get; init; } = [1, 8];

    /// <summary>Threads.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [1, 2];

    /// <summary>Runs that are not counted: the first ones fetch memory.</summary>
    public int WarmUp { get; init; } = 1;

    /// <summary>Runs of a figure, at least.</summary>
    public int LeastRuns { get; init; } = 3;

    /// <summary>Runs of a figure, at most.</summary>
    public int MostRuns { get; init; } = 30;

    /// <summary>Between the two, as many runs as fit into so many seconds.</summary>
    public double Seconds { get; init; } = 0.5;
}

/// <summary>How long both forms of a model take.</summary>
/// <param name="Name">The model.</param>
/// <param name="Batch">Photos at once.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Framework">Milliseconds in the training framework.</param>
/// <param name="Onnx">Milliseconds in ONNX Runtime.</param>
public sealed record SpeedRow(string Name, int Batch, int Threads, MeasuredTime Framework, MeasuredTime Onnx)
{
    /// <summary>How many times as fast ONNX Runtime is.</summary>
    public double Factor => Framework.Median / Onnx.Median;
}

/// <summary>Repeated measurements of one thing.</summary>
/// <param name="Milliseconds">One a run, in order.</param>
public sealed record MeasuredTime(IReadOnlyList<double> Milliseconds)
{
    /// <summary>The middle one, or the mean of the two middle ones.</summary>
    public double Median => Percentile.Median(Milliseconds);

    /// <summary>Number of counted runs.</summary>
    public int Runs => Milliseconds.Count;

    /// <summary>Runs an action until there are runs enough.</summary>
    /// <param name="run">What is measured.</param>
    /// <param name="options">How often.</param>
    public static MeasuredTime Of(Action run, SpeedOptions options)
    {
        for (var i = 0; i < options.WarmUp; i++) run();
        var times = new List<double>();
        var begun = Stopwatch.GetTimestamp();
        bool IsTimeLeft() => times.Count < options.MostRuns && Stopwatch.GetElapsedTime(begun).TotalSeconds < options.Seconds;
        while (times.Count < options.LeastRuns || IsTimeLeft())
        {
            var start = Stopwatch.GetTimestamp();
            run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return new MeasuredTime(times);
    }
}

/// <summary>
/// Times models in the training framework and in ONNX Runtime, from decoded pixels to probabilities, one after the other in this process.
/// </summary>
public static class SpeedComparison
{
    /// <summary>Measures every case at every batch size and thread count; the tensor library is left at the last thread count.</summary>
    /// <param name="cases">The models.</param>
    /// <param name="options">What and how long.</param>
    public static IReadOnlyList<SpeedRow> Run(IReadOnlyList<SpeedCase> cases, SpeedOptions? options = null)
    {
        options ??= new SpeedOptions();
        return [.. from one in cases from threads in options.Threads from row in Rows(one, threads, options) select row];
    }

    /// <summary>A model in the training framework; it is left in evaluation mode.</summary>
    /// <param name="one">The model.</param>
    /// <param name="size">Width and height of the photos in pixels.</param>
    /// <param name="batch">Photos at once.</param>
    /// <param name="threads">The tensor library's threads, at which it is left.</param>
    /// <param name="options">How often.</param>
    public static MeasuredTime Framework(SpeedCase one, int size, int batch, int threads, SpeedOptions options)
    {
        ThreadCount.Set(threads);
        var random = new Random(batch);
        float[] pixels = [.. Enumerable.Range(0, batch * size * size * 3).Select(_ => random.NextSingle())];
        var photos = new PixelBatch(pixels, new long[batch], new int[batch], batch, size);
        foreach (var (model, _) in one.Members) model.eval();
        return MeasuredTime.Of(() => FrameworkRun.Of(one.Members, photos), options);
    }

    /// <summary>The same in ONNX Runtime, on the CPU.</summary>
    /// <param name="one">The model, whose file says how large photos are.</param>
    /// <param name="batch">Photos at once.</param>
    /// <param name="threads">The runtime's threads.</param>
    /// <param name="options">How often.</param>
    public static MeasuredTime Onnx(SpeedCase one, int batch, int threads, SpeedOptions options)
    {
        using var model = Loaded(one, threads);
        return Onnx(model, batch, options);
    }

    static IEnumerable<SpeedRow> Rows(SpeedCase one, int threads, SpeedOptions options)
    {
        using var model = Loaded(one, threads);
        var size = model.Info.ImageSize;
        foreach (var batch in options.Batches)
            yield return new(one.Name, batch, threads, Framework(one, size, batch, threads, options), Onnx(model, batch, options));
    }

    static OnnxModel Loaded(SpeedCase one, int threads) =>
        OnnxModel.Load(one.File, new PredictorOptions { Threads = threads, Device = PredictorDevice.Cpu });

    static MeasuredTime Onnx(OnnxModel model, int batch, SpeedOptions options)
    {
        var (random, size) = (new Random(batch), model.Info.ImageSize);
        PreparedPhoto[] photos = [.. Enumerable.Range(0, batch).Select(_ => new PreparedPhoto(size, new byte[size * size * 3], []))];
        foreach (var photo in photos) random.NextBytes(photo.Rgb);
        return MeasuredTime.Of(() => model.Run(photos, Mirror.None), options);
    }
}
