using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Papers;

/// <summary>Networks counted from their own tensors and layers.</summary>
public static class NetworkViews
{
    /// <summary>Size of the photos that Smart Derma prints (4.1.4).</summary>
    public const int PrintedSize = 224;

    /// <summary>Parameters, statistics and multiply-adds of a network.</summary>
    /// <param name="model">The network.</param>
    public static HtmlView Sizes(Classifier model)
    {
        var parameters = model.parameters().Sum(p => p.numel());
        var statistics = model.buffers().Where(b => b.is_floating_point()).Sum(b => b.numel());
        return Tables.Of(
            ["Figure", "Value"],
            [
                ["Convolutions", model.modules().OfType<Conv2d>().Count().ToString("N0")],
                ["Dense layers", model.modules().OfType<Linear>().Count().ToString("N0")],
                ["Parameters (trained)", parameters.ToString("N0")],
                ["Batch-norm statistics (not trained)", statistics.ToString("N0")],
                ["Size of the weights at 4 bytes a number",
                    FormattableString.Invariant($"{(parameters + statistics) * sizeof(float) / (1024.0 * 1024.0):0.00} MiB")],
                [$"Multiply-adds of one photo at {PrintedSize} × {PrintedSize}", MultiplyAdds.Of(model, PrintedSize).ToString("N0")],
            ],
            $"{model.GetName()} with {model.Classes} classes");
    }

    /// <summary>Parameters and multiply-adds of each stage.</summary>
    /// <param name="model">The network.</param>
    /// <param name="imageSize">Side of the photo in pixels.</param>
    public static HtmlView Stages(Classifier model, int imageSize = PrintedSize)
    {
        const int depth = 2;
        var counts = MultiplyAdds.PerModule(model, imageSize, depth);
        var parameters = model.named_parameters().ToLookup(p => string.Join('.', p.name.Split('.').Take(depth)), p => p.parameter.numel());
        return Tables.Of(
            ["Module", "Parameters", "Multiply-adds", "Share of them"],
            counts.Select(row => (IReadOnlyList<object?>)
            [
                row.Module, parameters[row.Module].Sum().ToString("N0"), row.Count.ToString("N0"),
                FormattableString.Invariant($"{100.0 * row.Count / counts.Sum(c => c.Count):0.0} %"),
            ]),
            $"Where the work is, at {imageSize} × {imageSize} pixels");
    }
}
