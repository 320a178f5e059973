using TorchSharp;
using static TorchSharp.torch;

namespace Derma.TestSupport;

/// <summary>Networks with weights and batch-norm statistics that a formula makes, exported and run.</summary>
static class Exports
{
    public static ModelInfo Info(int classes, int size, params (string Name, double Weight)[] weights) => new()
    {
        Id = "test", Title = "Test", Classes = [.. Enumerable.Range(0, classes).Select(c => $"Class_{c}")], ImageSize = size,
        Weights = weights.Length == 0 ? new Dictionary<string, double> { ["network"] = 1 } : weights.ToDictionary(w => w.Name, w => w.Weight),
        Run = "no run", TrainedOn = "nothing", Synthetic = true, LibraryVersion = "1.2.3",
    };

    /// <summary>A network of 13 classes; its normalisation is ImageNet's.</summary>
    public static Classifier Filled(string name) => Filled(Networks.Build(name));

    public static Classifier Filled(Classifier model)
    {
        GoldenFormula.Fill(model);
        model.eval();
        model.Normalisation = Normalisation.ImageNet;
        return model;
    }

    /// <summary>Photos in [0, 1], N,3,size,size.</summary>
    public static float[] Photos(int count, int size)
    {
        using var photos = GoldenFormula.Input([count, 3, size, size]);
        return [.. photos.data<float>().Select(value => (value + 1) / 2)];
    }

    /// <summary>Exports a network and runs the file.</summary>
    public static IReadOnlyDictionary<string, float[]> Run(Classifier model, float[] photos, int size)
    {
        using var folder = new TemporaryFolder();
        OnnxExport.Save(model, Info(model.Classes, size), folder.File("model.onnx"));
        return OnnxRun.Of(folder.File("model.onnx"), photos, size);
    }

    /// <summary>The logits of the training framework for the same photos.</summary>
    public static float[] Logits(Classifier model, float[] photos, int size)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return model.call(Input(model, photos, size)).data<float>().ToArray();
    }

    /// <summary>What the network sees: (pixel - mean) / deviation.</summary>
    public static Tensor Input(Classifier model, float[] photos, int size)
    {
        var (mean, deviation) = (model.Normalisation.Mean, model.Normalisation.StandardDeviation);
        float[] values = [.. photos.Select((value, i) => i / (size * size) % 3 is var c ? (value - mean[c]) / deviation[c] : 0)];
        return tensor(values).reshape(photos.Length / (3 * size * size), 3, size, size);
    }

    public static double[] Softmax(IEnumerable<float> logits)
    {
        double[] powers = [.. logits.Select(z => Math.Exp(z))];
        return [.. powers.Select(p => p / powers.Sum())];
    }

    public static void AssertNear(IEnumerable<double> expected, IEnumerable<float> actual, double tolerance)
    {
        Assert.Equal(expected.Count(), actual.Count());
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
