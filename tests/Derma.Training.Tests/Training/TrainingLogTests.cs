using SkiaSharp;

namespace Derma.Training.Tests;

[Collection(TensorLibrary.Name)]
public sealed class TrainingLogTests : PictureTrainingTests
{
    static readonly TrainingOptions Options = new() { Epochs = 2, BatchSize = 6, LearningRate = 0.01, Threads = 1 };

    [Fact]
    public void Everything_told_is_read_back_from_the_event_file()
    {
        var (history, model) = Run(LoggingOptions.Everything);
        using var _ = model;
        var events = EventReader.Read(Directory.GetFiles(folder.Path, "events*").Single());
        foreach (var (tag, value) in new (string, Func<EpochMetrics, double>)[]
        {
            ("loss/train", e => e.TrainLoss), ("loss/validation", e => e.ValidationLoss), ("accuracy/validation", e => e.ValidationAccuracy),
            ("precision/train", e => e.TrainPrecision), ("recall/validation", e => e.ValidationRecall), ("f1/validation", e => e.ValidationF1),
            ("f1/train", e => e.TrainF1), ("learning_rate", e => e.LearningRate),
        })
            Assert.Equal(history.Epochs.Select(e => ((long)e.Epoch, (float?)value(e))), events.Where(e => e.Tag == tag).Select(e => (e.Step, e.Scalar)));
        var weights = events.Where(e => e.Tag == "weights/conv2.weight").ToList();
        var numbers = model.get_parameter("conv2.weight")!.data<float>().ToArray();
        Assert.Equal([1, 2], weights.Select(e => e.Step));
        Assert.Equal((numbers.Min(), numbers.Max(), numbers.Length), ((float)weights[1].Histogram!.Min, (float)weights[1].Histogram!.Max, (int)weights[1].Histogram!.Count));
        Assert.Equal(numbers.Sum(v => (double)v * v), weights[1].Histogram!.SumOfSquares, 1e-9);
        Assert.Contains(events, e => e.Tag == "gradients/dense2.weight" && e.Histogram!.Max > 0);
        Assert.Contains(events, e => e.Tag == "activations/dense1/zeros");
        Assert.Equal(4, events.Count(e => e.Png is not null));
    }

    [Fact]
    public void Norms_of_the_gradients_and_activations_are_those_of_the_tensors()
    {
        var (_, model) = Run(LoggingOptions.Everything with { Layers = ["conv1"], ProbePhotos = 9, Tensors = ["dense2.weight", "dense2.bias"] });
        using var _ = model;
        var told = Diagnostics.Load(folder.File(Diagnostics.FileName)).Epochs[^1];
        // Before the first layer are the photos themselves: their mean is that of the bytes.
        var bytes = Enumerable.Range(0, 9).SelectMany(i => validation.Pixels(i).ToArray()).Select(b => b / 255.0).ToArray();
        var input = Assert.Single(told.Activations);
        Assert.Equal((double)bytes.Average(), input.Mean, 1e-5);
        Assert.Equal(Math.Sqrt(bytes.Average(b => b * b) - bytes.Average() * bytes.Average()), input.StandardDeviation, 1e-5);
        Assert.Equal(bytes.Count(b => b == 0) / (double)bytes.Length, input.Zeros, 1e-9);
        Assert.Equal(["dense2.weight", "dense2.bias"], told.Gradients.Select(g => g.Name));
        var gradient = model.get_parameter("dense2.weight")!.grad!.data<float>().ToArray();
        Assert.Equal(Math.Sqrt(gradient.Sum(g => (double)g * g)), told.Gradients[0].Norm, 1e-6);
    }

    [Fact]
    public void Confusion_matrices_count_every_photo_once()
    {
        Run(new LoggingOptions { ConfusionEvery = 2 }).Model.Dispose();
        var told = Assert.Single(Diagnostics.Load(folder.File(Diagnostics.FileName)).Epochs);
        Assert.Equal(2, told.Epoch);
        Assert.Equal([6, 6, 6], told.TrainConfusion!.Select(row => row.Sum()));
        Assert.Equal([3, 3, 3], told.ValidationConfusion!.Select(row => row.Sum()));
    }

    [Fact]
    public void A_confusion_picture_is_blue_where_right_and_red_where_wrong()
    {
        using var picture = SKBitmap.Decode(ConfusionImage.Png([[4, 0], [1, 1]], out var side));
        Assert.Equal((33, 33), (picture.Width, side));
        var pixels = picture.GetPixelSpan().ToArray();
        (int, int, int) At(int x, int y) => picture.ColorType == SKColorType.Bgra8888
            ? (pixels[y * picture.RowBytes + x * 4 + 2], pixels[y * picture.RowBytes + x * 4 + 1], pixels[y * picture.RowBytes + x * 4])
            : (pixels[y * picture.RowBytes + x * 4], pixels[y * picture.RowBytes + x * 4 + 1], pixels[y * picture.RowBytes + x * 4 + 2]);
        Assert.Equal((0x44, 0x77, 0xaa), At(8, 8));
        Assert.Equal((255, 255, 255), At(24, 8));
        // Half of the second row each: half way between white and red, half way between white and blue, halves rounded to even.
        Assert.Equal((230, 153, 136), At(8, 24));
        Assert.Equal((162, 187, 212), At(24, 24));
    }

    [Fact]
    public void Telling_changes_no_bit_of_a_training()
    {
        using var plain = Run(null).Model;
        using var told = Run(LoggingOptions.Everything).Model;
        Assert.Equal(Bytes(plain), Bytes(told));
    }

    [Fact]
    public void A_training_without_such_wishes_writes_curves_alone()
    {
        Run(LoggingOptions.Curves).Model.Dispose();
        Assert.False(File.Exists(folder.File(Diagnostics.FileName)));
        Assert.All(EventReader.Read(Directory.GetFiles(folder.Path, "events*").Single()), e => Assert.NotNull(e.Scalar));
    }

    [Fact]
    public void An_epoch_told_again_takes_the_place_of_itself_and_later_ones()
    {
        var three = new Diagnostics([new(1), new(2), new(3)]);
        Assert.Equal([1, 2], three.With(new EpochDiagnostics(2)).Epochs.Select(e => e.Epoch));
    }

    [Fact]
    public void An_unknown_layer_is_refused_by_name() =>
        Assert.Contains("conv9", Assert.Throws<UserError>(() => Run(LoggingOptions.Everything with { Layers = ["conv9"] })).Message);

    (History History, PaperCnn Model) Run(LoggingOptions? logging)
    {
        var model = new PaperCnn(Pictures.Network, 5);
        using var trainer = new Trainer(model, train, validation, Options);
        using var log = logging is null ? null : new TrainingLog(folder.Path, logging);
        return (trainer.Fit(log: log).History, model);
    }

    static byte[] Bytes(PaperCnn model) => [.. StateDict.Of(model).SelectMany(t => t.Tensor.bytes.ToArray())];

    [Fact]
    public void Epochs_become_curves_and_a_missing_validation_no_point()
    {
        using var writer = new EventWriter(folder.Path);
        var one = new History([new EpochMetrics(1, 3, 0.25, 2.5, 0.5, 0.001, 4)]);
        writer.Epoch(one);
        writer.Epoch(one.With(new EpochMetrics(2, 2, 0.5, double.NaN, double.NaN, 0.001, 4)));
        Assert.Equal([(1, 3f), (2, 2f)], EventReader.Scalars(writer.Path, "loss/train"));
        Assert.Equal([(1, 0.5f)], EventReader.Scalars(writer.Path, "accuracy/validation"));
    }
}
