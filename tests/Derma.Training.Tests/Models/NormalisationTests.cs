using static TorchSharp.torch;

namespace Derma.Training.Tests;

[Collection(TensorLibrary.Name)]
public class NormalisationTests
{
    [Fact]
    public void Each_channel_loses_its_mean_and_is_divided_by_its_deviation()
    {
        using var scope = NewDisposeScope();
        using var model = new PaperCnn(Pictures.Network);
        model.Normalisation = Normalisation.ImageNet;
        var batch = new PixelBatch([0.485f, 0.9f, 0.181f, 1, 0.456f, 0], [0], [0], 1, 1) with { Pixels = [0.714f, 0.232f, 0.631f] };
        Assert.All(TensorBatch.Pixels(batch, model).data<float>().ToArray().Zip([1f, -1f, 1f]), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
        Assert.Equal([0.714f, 0.232f, 0.631f], batch.Pixels);
    }

    [Fact]
    public void Channels_stay_last_in_memory()
    {
        using var scope = NewDisposeScope();
        using var model = new PaperCnn(Pictures.Network);
        model.Normalisation = Normalisation.ImageNet;
        Assert.Equal([192, 1, 24, 3], TensorBatch.Pixels(new PixelBatch(new float[2 * 192], [0, 0], [0, 1], 2, 8), model).stride());
    }

    [Fact]
    public void Evaluation_normalises_as_training_does()
    {
        using var model = new PaperCnn(Pictures.Network);
        var plain = Evaluator.Predict(model, Pictures.Of(6), Pictures.Classes).Probabilities;
        model.Normalisation = Normalisation.ImageNet;
        Assert.NotEqual(plain, Evaluator.Predict(model, Pictures.Of(6), Pictures.Classes).Probabilities);
    }

    [Fact]
    public void A_training_goes_on_with_the_same_normalisation_only()
    {
        using var folder = new TemporaryFolder();
        Train(folder.Path, Normalisation.UnitRange);
        Train(folder.Path, new Normalisation([0, 0, 0], [1, 1, 1]));
        Assert.Contains("normalisation", Assert.Throws<UserError>(() => Train(folder.Path, Normalisation.ImageNet)).Message);
    }

    static void Train(string folder, Normalisation normalisation)
    {
        using var model = new PaperCnn(Pictures.Network);
        model.Normalisation = normalisation;
        using var trainer = new Trainer(model, Pictures.Of(6), null, new TrainingOptions { Epochs = 1, Threads = 1 }, new CheckpointOptions(folder));
        trainer.Fit();
    }
}
