namespace Derma.Training.Tests;

[Collection(TensorLibrary.Name)]
public class SpeedTests
{
    [Fact]
    public void The_median_is_the_middle_or_between_the_two_middle_ones()
    {
        Assert.Equal(2, new MeasuredTime([9, 1, 2]).Median);
        Assert.Equal(2.5, new MeasuredTime([9, 1, 3, 2]).Median);
    }

    [Theory]
    [InlineData(0, 4), InlineData(60, 7)]
    public void Runs_are_counted_after_the_warm_up_within_their_bounds(double seconds, int counted)
    {
        var calls = 0;
        var times = MeasuredTime.Of(() => calls++, new SpeedOptions { WarmUp = 2, LeastRuns = 4, MostRuns = 7, Seconds = seconds });
        Assert.Equal((counted, counted + 2), (times.Runs, calls));
    }

    [Fact]
    public void Every_case_is_timed_at_every_batch_size_and_thread_count()
    {
        using var folder = new TemporaryFolder();
        using var model = Exports.Filled(NetworkNames.MobileNetV3Small);
        OnnxExport.Save(model, Exports.Info(13, 32), folder.File("model.onnx"));
        var options = new SpeedOptions { Batches = [1, 3], Threads = [1, 2], LeastRuns = 1, MostRuns = 1 };
        var rows = SpeedComparison.Run([new SpeedCase("small", [(model, 1)], folder.File("model.onnx"))], options);
        Assert.Equal([(1, 1), (3, 1), (1, 2), (3, 2)], rows.Select(row => (row.Batch, row.Threads)));
        Assert.All(rows, row => Assert.Equal(row.Framework.Median / row.Onnx.Median, row.Factor));
    }

    [Fact]
    public void A_framework_run_is_the_first_networks_logits_and_the_weighted_mean_of_the_softmaxes()
    {
        const int size = 40, count = 2;
        Classifier[] models = [Exports.Filled(NetworkNames.MobileNetV3Small), Exports.Filled(new DenseNet121(new()))];
        var channelsFirst = Exports.Photos(count, size);
        var pixels = new float[channelsFirst.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i / (3 * size * size) * 3 * size * size + i % (size * size) * 3 + i / (size * size) % 3] = channelsFirst[i];
        var batch = new PixelBatch(pixels, new long[count], new int[count], count, size);
        var run = FrameworkRun.Of([(models[0], 0.75), (models[1], 0.25)], batch);
        float[][] logits = [.. models.Select(model => Exports.Logits(model, channelsFirst, size))];
        Exports.AssertNear(logits[0].Select(z => (double)z), run.Logits, 1e-5);
        double[][] each = [.. logits.Select(rows => (double[])[.. rows.Chunk(13).SelectMany(Exports.Softmax)])];
        Exports.AssertNear(each[0].Zip(each[1], (a, b) => 0.75 * a + 0.25 * b), run.Probabilities, 1e-5);
        foreach (var model in models) model.Dispose();
    }
}
