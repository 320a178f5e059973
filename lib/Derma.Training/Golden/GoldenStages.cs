using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Records what each child of <c>features</c> gives, at the moment when it gives it: a ReLU in place changes the map before it.</summary>
sealed class GoldenStages
{
    /// <summary>Rows of child, [C, H, W], mean, standard deviation and first element of the first photo's maps.</summary>
    public const string Key = "eval_features [child, CHW, mean, std, first]";

    readonly List<(string Child, long[] Shape, double[] Figures)> stages = [];

    readonly List<Action> unhook = [];

    /// <summary>Watches passes until <see cref="Largest"/> is asked for.</summary>
    public GoldenStages(Classifier model)
    {
        foreach (var (name, child) in Children(model)) unhook.Add(Watch(name, child));
    }

    /// <summary>The largest difference of a figure; infinite where stages or shapes are others than the file's.</summary>
    public double Largest(JsonElement expected)
    {
        foreach (var remove in unhook) remove();
        JsonElement[] rows = [.. expected.EnumerateArray()];
        return rows.Length == stages.Count ? rows.Zip(stages, Difference).Max() : double.PositiveInfinity;
    }

    static IEnumerable<(string, nn.Module<Tensor, Tensor>)> Children(Classifier model) =>
        model.named_children().Where(child => child.name == "features").SelectMany(features => features.module.named_children())
            .Select(child => (child.name, (nn.Module<Tensor, Tensor>)child.module));

    Action Watch(string name, nn.Module<Tensor, Tensor> child) => child.register_forward_hook((_, _, output) =>
    {
        stages.Add((name, output.shape[1..], Figures(output)));
        return output;
    }).remove;

    static double[] Figures(Tensor output)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var maps = output[0].to(ScalarType.Float64);
        return [maps.mean().item<double>(), maps.std(unbiased: false).item<double>(), maps.flatten()[0].item<double>()];
    }

    static double Difference(JsonElement row, (string Child, long[] Shape, double[] Figures) stage)
    {
        var shape = row[1].EnumerateArray().Select(d => d.GetInt64());
        if (row[0].GetString() != stage.Child || !shape.SequenceEqual(stage.Shape)) return double.PositiveInfinity;
        return row.EnumerateArray().Skip(2).Zip(stage.Figures, (figure, own) => Math.Abs(figure.GetDouble() - own)).Max();
    }
}
