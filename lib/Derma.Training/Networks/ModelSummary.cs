using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Writes the summary that Keras would print. Counts come from the network's own tensors, not from formulas.</summary>
public static class ModelSummary
{
    /// <summary>Layers, output shapes and parameters of a network.</summary>
    /// <param name="model">The network.</param>
    public static SummaryTable Of(PaperCnn model)
    {
        var layers = model.named_children().ToDictionary(child => child.name, child => child.module);
        var rows = Layers(model.Options).Select(layer => new SummaryRow(
            layer.Name, layer.Type, layer.Shape, layers.TryGetValue(layer.Name, out var module) ? Count(module) : 0));
        return new SummaryTable([.. rows], model.parameters().Sum(p => p.numel()), Statistics(model));
    }

    static long Count(nn.Module module) => module.parameters().Sum(p => p.numel()) + Statistics(module);

    /// <summary>Moving statistics; the counter of batches is PyTorch's alone.</summary>
    static long Statistics(nn.Module module) => module.buffers().Where(b => b.is_floating_point()).Sum(b => b.numel());

    static IEnumerable<(string Name, string Type, string Shape)> Layers(PaperCnnOptions options)
    {
        var input = options.ImageSize;
        for (var i = 0; i < options.Filters.Count; i++)
        {
            foreach (var layer in Block(options, i, input)) yield return layer;
            input = options.MapSizes[i];
        }
        var (name, type) = options.Reduction == FeatureReduction.Flatten ? ("flatten", "Flatten") : ("gap", "GlobalAveragePooling2D");
        yield return (name, type, $"(None, {options.Features})");
        foreach (var layer in Dense(options)) yield return layer;
    }

    static IEnumerable<(string, string, string)> Block(PaperCnnOptions options, int i, int input)
    {
        int channels = options.Filters[i], convolved = options.EffectivePadding == ConvolutionPadding.Same ? input : input - 2;
        var shape = $"(None, {convolved}, {convolved}, {channels})";
        yield return ($"conv{i + 1}", "Conv2D", shape);
        if (options.BatchNorm) yield return ($"bn{i + 1}", "BatchNormalization", shape);
        if (options.Order == BlockOrder.ConvNormReluPool) yield return ($"relu{i + 1}", "ReLU", shape);
        yield return ($"pool{i + 1}", "MaxPooling2D", $"(None, {options.MapSizes[i]}, {options.MapSizes[i]}, {channels})");
    }

    static IEnumerable<(string, string, string)> Dense(PaperCnnOptions options)
    {
        for (var i = 0; i < options.Dense.Count; i++)
        {
            yield return ($"dense{i + 1}", "Dense", $"(None, {options.Dense[i]})");
            if (options.Dropout > 0) yield return ($"dropout{i + 1}", "Dropout", $"(None, {options.Dense[i]})");
        }
        yield return ($"dense{options.Dense.Count + 1}", "Dense", $"(None, {options.Classes})");
    }
}
