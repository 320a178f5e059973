using TorchSharp;
using static TorchSharp.torch;
using Step = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;

namespace Derma.TestSupport;

/// <summary>Heat maps by the training framework's own gradients: the network is cut at its last maps and run by hand from there.</summary>
static class GradCam
{
    /// <summary>photos x size x size in [0, 1], for the given class of each photo.</summary>
    public static (float[] Map, int Size) Of(Classifier model, float[] photos, int imageSize, IReadOnlyList<int> classes)
    {
        using var scope = NewDisposeScope();
        var maps = Maps(model, Exports.Input(model, photos, imageSize)).detach().requires_grad_();
        var logits = Head(model, maps);
        for (var i = 0; i < classes.Count; i++) logits[i][classes[i]].backward(retain_graph: true);
        var (channels, pixels) = ((int)maps.shape[1], (int)(maps.shape[2] * maps.shape[3]));
        var (values, slopes) = (Numbers(maps), Numbers(maps.grad!));
        return ([.. classes.SelectMany((_, i) => Map(values, slopes, i * channels, channels, pixels))], (int)maps.shape[2]);
    }

    static float[] Map(float[] values, float[] slopes, int first, int channels, int pixels)
    {
        var map = new double[pixels];
        for (var k = first; k < first + channels; k++)
        {
            var weight = slopes.Skip(k * pixels).Take(pixels).Average(slope => (double)slope);
            for (var p = 0; p < pixels; p++) map[p] += weight * values[k * pixels + p];
        }
        var largest = Math.Max(map.Max(), 0);
        return [.. map.Select(value => largest == 0 ? 0 : (float)(Math.Max(value, 0) / largest))];
    }

    static Tensor Maps(Classifier model, Tensor input) => model switch
    {
        PaperCnn cnn => Enumerable.Range(1, cnn.Options.Filters.Count).Aggregate(input, (x, i) => Block(cnn, x, i)),
        DenseNet121 => nn.functional.relu(Part(model, "features").call(input)),
        _ => Part(model, "features").call(input),
    };

    static Tensor Block(PaperCnn cnn, Tensor x, int i)
    {
        x = Part(cnn, $"conv{i}").call(x);
        if (cnn.Options.Order == BlockOrder.ConvReluNormPool) x = nn.functional.relu(x);
        if (cnn.Options.BatchNorm) x = Part(cnn, $"bn{i}").call(x);
        if (cnn.Options.Order == BlockOrder.ConvNormReluPool) x = nn.functional.relu(x);
        return nn.functional.max_pool2d(x, 2);
    }

    static Tensor Head(Classifier model, Tensor maps)
    {
        if (model is not PaperCnn cnn) return Part(model, "classifier").call(maps.mean([2, 3]));
        var x = cnn.Options.Reduction == FeatureReduction.Flatten ? maps.flatten(start_dim: 1) : maps.mean([2, 3]);
        for (var i = 1; i <= cnn.Options.Dense.Count; i++) x = nn.functional.relu(Part(cnn, $"dense{i}").call(x));
        return Part(cnn, $"dense{cnn.Options.Dense.Count + 1}").call(x);
    }

    static Step Part(Classifier model, string name) => (Step)model.named_modules().Single(entry => entry.name == name).module;

    static float[] Numbers(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();
}
