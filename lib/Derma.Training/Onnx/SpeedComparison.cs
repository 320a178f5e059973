namespace Derma.Training;

/// <summary>Times models in the training framework and in ONNX Runtime, from decoded pixels to probabilities, one after the other in this process.</summary>
public static class SpeedComparison
{
    /// <summary>Measures every case at every batch size and thread count. The tensor library's thread count is left at the last one.</summary>
    /// <param name="cases">The models.</param>
    /// <param name="options">What and how long.</param>
    public static IReadOnlyList<SpeedRow> Run(IReadOnlyList<SpeedCase> cases, SpeedOptions? options = null)
    {
        options ??= new SpeedOptions();
        return [.. from one in cases from threads in options.Threads from row in Rows(one, threads, options) select row];
    }

    /// <summary>A model in the training framework.</summary>
    public static MeasuredTime Framework(SpeedCase one, int size, int batch, int threads, SpeedOptions options)
    {
        ThreadCount.Set(threads);
        var random = new Random(batch);
        float[] pixels = [.. Enumerable.Range(0, batch * size * size * 3).Select(_ => random.NextSingle())];
        var photos = new PixelBatch(pixels, new long[batch], new int[batch], batch, size);
        foreach (var (model, _) in one.Members) model.eval();
        return MeasuredTime.Of(() => FrameworkRun.Of(one.Members, photos), options);
    }

    /// <summary>The same in ONNX Runtime.</summary>
    public static MeasuredTime Onnx(SpeedCase one, int batch, int threads, SpeedOptions options)
    {
        using var model = OnnxModel.Load(one.File, new PredictorOptions { Threads = threads, Device = PredictorDevice.Cpu });
        return Onnx(model, batch, options);
    }

    static IEnumerable<SpeedRow> Rows(SpeedCase one, int threads, SpeedOptions options)
    {
        using var model = OnnxModel.Load(one.File, new PredictorOptions { Threads = threads, Device = PredictorDevice.Cpu });
        foreach (var batch in options.Batches)
            yield return new SpeedRow(one.Name, batch, threads, Framework(one, model.Info.ImageSize, batch, threads, options), Onnx(model, batch, options));
    }

    static MeasuredTime Onnx(OnnxModel model, int batch, SpeedOptions options)
    {
        var (random, size) = (new Random(batch), model.Info.ImageSize);
        PreparedPhoto[] photos = [.. Enumerable.Range(0, batch).Select(_ => new PreparedPhoto(size, new byte[size * size * 3], []))];
        foreach (var photo in photos) random.NextBytes(photo.Rgb);
        return MeasuredTime.Of(() => model.Run(photos, Mirror.None), options);
    }
}
