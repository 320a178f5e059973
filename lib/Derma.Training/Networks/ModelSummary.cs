using System.Globalization;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>One layer of a summary.</summary>
/// <param name="Layer">Name, as in the tensors' names.</param>
/// <param name="Type">Keras' name of the layer's kind.</param>
/// <param name="OutputShape">Shape as Keras writes it, batch first and channels last.</param>
/// <param name="Parameters">Weights, biases and moving statistics.</param>
public sealed record SummaryRow(string Layer, string Type, string OutputShape, long Parameters);

/// <summary>A Keras-style summary of a network (CNN report, section 3.6).</summary>
/// <param name="Rows">One row a layer.</param>
/// <param name="Trainable">Numbers that training changes.</param>
/// <param name="NonTrainable">Moving means and variances of the batch norms.</param>
public sealed record SummaryTable(IReadOnlyList<SummaryRow> Rows, long Trainable, long NonTrainable)
{
    /// <summary>All numbers.</summary>
    public long Total => Trainable + NonTrainable;

    /// <summary>Size in MiB at four bytes a number, which Keras prints as MB.</summary>
    public double Mebibytes => InMebibytes(Total);

    /// <summary>The table as text, with totals below.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line(text, "Layer (type)", "Output Shape", "Param #");
        foreach (var row in Rows) Line(text, $"{row.Layer} ({row.Type})", row.OutputShape, Grouped(row.Parameters));
        text.AppendLine();
        foreach (var (name, count) in new[] { ("Total", Total), ("Trainable", Trainable), ("Non-trainable", NonTrainable) })
            text.AppendLine(CultureInfo.InvariantCulture, $"{name} params: {Grouped(count)} ({InMebibytes(count):0.00} MiB)");
        return text.ToString();
    }

    static void Line(StringBuilder text, string layer, string shape, string count) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"{layer,-44}{shape,-26}{count,12}");

    static double InMebibytes(long count) => count * sizeof(float) / (1024.0 * 1024.0);

    static string Grouped(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}

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
