using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Multiply-adds of one module for one photo.</summary>
/// <param name="Module">Its name in the network.</param>
/// <param name="Count">Multiply-adds of the convolutions and dense layers in it.</param>
public sealed record ModuleMultiplyAdds(string Module, long Count);

/// <summary>
/// Multiply-adds of convolutions and dense layers for one photo, as torchvision counts them (1 multiply-add is 2 FLOPs). They come from a
/// run of the network itself, whose layers report the shapes they give.
/// </summary>
public static class MultiplyAdds
{
    /// <summary>The whole network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="imageSize">Width and height of the photo in pixels.</param>
    public static long Of(Classifier model, int imageSize) => PerModule(model, imageSize).Sum(row => row.Count);

    /// <summary>A row a module, in the order of the network; modules that multiply nothing have none.</summary>
    /// <param name="model">The network.</param>
    /// <param name="imageSize">Width and height of the photo in pixels.</param>
    /// <param name="depth">How many parts a module's name keeps: 2 gives features.4 and classifier.3, 3 gives features.2.0; by default
    /// every layer has a row.
    /// </param>
    public static IReadOnlyList<ModuleMultiplyAdds> PerModule(Classifier model, int imageSize, int depth = int.MaxValue)
    {
        var layers = new List<(string Module, long Count)>();
        Action?[] unhook = [.. model.named_modules().Select(entry =>
            Watch(entry.module, count => layers.Add((Shortened(entry.name, depth), count))))];
        var training = model.training;
        try
        {
            Run(model, imageSize);
        }
        finally
        {
            model.train(training);
            foreach (var remove in unhook) remove?.Invoke();
        }
        return [.. layers.GroupBy(layer => layer.Module).Select(g => new ModuleMultiplyAdds(g.Key, g.Sum(layer => layer.Count)))];
    }

    /// <summary>An output of a convolution takes one multiply-add an element of its kernel, and of a dense layer one an input.</summary>
    static Action? Watch(nn.Module module, Action<long> report) => module switch
    {
        Conv2d convolution => convolution.register_forward_hook((_, _, output) =>
        {
            report(output.numel() * (convolution.weight.numel() / convolution.out_channels));
            return output;
        }).remove,
        Linear dense => dense.register_forward_hook((_, _, output) =>
        {
            report(output.numel() * dense.in_features);
            return output;
        }).remove,
        _ => null,
    };

    static void Run(Classifier model, int imageSize)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        model.eval();
        model.call(zeros([1, 3, imageSize, imageSize], device: model.Device));
    }

    static string Shortened(string name, int depth) => string.Join('.', name.Split('.').Take(depth));
}
