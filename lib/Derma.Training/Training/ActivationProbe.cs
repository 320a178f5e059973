using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Measures what layers are given on a fixed batch, in evaluation mode.</summary>
static class ActivationProbe
{
    /// <exception cref="UserError">A named layer is not in the network.</exception>
    public static IReadOnlyList<ActivationStatistics> Measure(Classifier model, PixelCache photos, LoggingOptions options)
    {
        var found = new List<ActivationStatistics>();
        var hooks = Layers(model, options).Select(layer => layer.Module.register_forward_pre_hook((_, input) =>
        {
            found.Add(Of(layer.Name, input));
            return input;
        })).ToList();
        try
        {
            var batch = new Batches(photos, new BatchOptions { BatchSize = options.ProbePhotos, Prefetch = 0 }).Epoch(0).Take(1);
            Evaluator.ForEachBatch(model, batch, (_, _) => { });
        }
        finally
        {
            hooks.ForEach(hook => hook.remove());
        }
        return found;
    }

    static ActivationStatistics Of(string layer, Tensor input)
    {
        using var scope = NewDisposeScope();
        var numbers = input.to(ScalarType.Float32);
        var zeros = numbers.eq(0).sum().item<long>();
        return new ActivationStatistics(layer, numbers.mean().item<float>(), numbers.std(unbiased: false).item<float>(), (double)zeros / numbers.numel());
    }

    static IReadOnlyList<(string Name, nn.Module<Tensor, Tensor> Module)> Layers(Classifier model, LoggingOptions options)
    {
        var all = model.named_modules().Where(m => m.module is nn.Module<Tensor, Tensor>)
            .Select(m => (m.name, Module: (nn.Module<Tensor, Tensor>)m.module)).ToList();
        if (options.Layers is { } names)
            return [.. names.Select(name => all.Find(m => m.name == name) is { Module: not null } named
                ? named : throw new UserError($"Layers names {name}, which is no module of {model.GetName()}."))];
        var kernels = all.Where(m => m.Module is Conv2d or Linear).ToList();
        var count = Math.Min(options.MostLayers, kernels.Count);
        return [.. Enumerable.Range(0, count).Select(i => kernels[count == 1 ? 0 : i * (kernels.Count - 1) / (count - 1)])];
    }
}
