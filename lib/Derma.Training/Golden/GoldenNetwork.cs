using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Compares one network with its entry: in evaluation mode, then one training pass with batch statistics.</summary>
static partial class GoldenNetwork
{
    const double EvaluationTolerance = 1e-5;
    const double TrainingTolerance = 1e-4;
    const long EvaluationLabel = 3;

    public static IReadOnlyList<GoldenDifference> Compare(Classifier model, long[] input, JsonElement entry)
    {
        using var scope = NewDisposeScope();
        GoldenFormula.Fill(model);
        return [.. Evaluation(model, input, entry), .. Training(model, entry)];
    }

    static IEnumerable<GoldenDifference> Evaluation(Classifier model, long[] input, JsonElement entry)
    {
        model.eval();
        var stages = entry.TryGetProperty(GoldenStages.Key, out var expected) ? new GoldenStages(model) : null;
        var (logits, loss) = Pass(model, input, [EvaluationLabel]);
        if (stages is not null) yield return new("stage checksums", stages.Largest(expected), EvaluationTolerance);
        yield return new("eval logits", Absolute(logits, Numbers(entry.GetProperty("eval_logits_f64"))), EvaluationTolerance);
        yield return new("eval loss", Absolute([loss], [entry.GetProperty("eval_ce_loss_label3").GetDouble()]), EvaluationTolerance);
        var norms = entry.GetProperty("eval_grad_l2").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDouble());
        double[] own = [.. norms.Keys.Select(name => Norm(model.get_parameter(name)!)), TotalNorm(model)];
        double[] theirs = [.. norms.Values, entry.GetProperty("eval_grad_l2_total").GetDouble()];
        yield return new("eval gradient norms", Relative(own, theirs), EvaluationTolerance);
    }

    static IEnumerable<GoldenDifference> Training(Classifier model, JsonElement entry)
    {
        var batch = entry.EnumerateObject().Single(p => p.Name.StartsWith("train_batch", StringComparison.Ordinal));
        var brackets = Brackets().Match(batch.Name).Value;
        long[] shape = [.. Integer().Matches(brackets).Select(m => long.Parse(m.Value, CultureInfo.InvariantCulture))];
        // In double precision, as the file was made: the gradient of 121 batch norms over 16 pixels each varies by 1e-3 in single.
        model.to(ScalarType.Float64);
        model.train();
        var (logits, loss) = Pass(model, shape, [.. Enumerable.Range(0, (int)shape[0]).Select(i => (long)i)]);
        var expected = Numbers(batch.Value.GetProperty("logits_row0"));
        yield return new("train logits", Relative(logits[..expected.Length], expected), TrainingTolerance);
        yield return new("train loss", Relative([loss], [batch.Value.GetProperty("ce_loss").GetDouble()]), TrainingTolerance);
        yield return new(
            "train gradient norm", Relative([TotalNorm(model)], [batch.Value.GetProperty("grad_l2_total").GetDouble()]), TrainingTolerance);
        yield return Statistics(model, entry, "train_first_bn_running_mean[0:4]", "running_mean");
        yield return Statistics(model, entry, "train_last_bn_running_var[0:4]", "running_var");
    }

    static (double[] Logits, double Loss) Pass(Classifier model, long[] shape, long[] labels)
    {
        model.zero_grad();
        var logits = model.call(GoldenFormula.Input(shape).to(model.parameters().First().dtype));
        var loss = nn.functional.cross_entropy(logits, tensor(labels));
        loss.backward();
        return (Numbers(logits.detach()), loss.ToDouble());
    }

    static GoldenDifference Statistics(Classifier model, JsonElement entry, string key, string buffer)
    {
        var layer = entry.GetProperty(key)[0].GetString();
        double[] expected = [.. entry.GetProperty(key).EnumerateArray().Skip(1).Select(v => v.GetDouble())];
        double[] own = [.. Numbers(model.get_buffer($"{layer}.{buffer}")!).Take(expected.Length)];
        return new GoldenDifference($"{layer} {buffer}", Relative(own, expected), EvaluationTolerance);
    }

    static double TotalNorm(Classifier model) => Math.Sqrt(model.parameters().Sum(p => Norm(p) * Norm(p)));

    static double Norm(Tensor parameter) => parameter.grad!.to(ScalarType.Float64).norm().item<double>();

    static double[] Numbers(Tensor tensor) => tensor.to(ScalarType.Float64).data<double>().ToArray();

    static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];

    static double Absolute(double[] own, double[] expected) => own.Zip(expected, (a, b) => Math.Abs(a - b)).Max();

    /// <summary>Relative to the expected size, or absolute below 1, where a small number would make rounding look large.</summary>
    static double Relative(double[] own, double[] expected) =>
        own.Zip(expected, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(b))).Max();

    [GeneratedRegex(@"\[[\d,\s]+\]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Integer();
}

/// <summary>
/// Records what each child of <c>features</c> gives, at the moment when it gives it: a ReLU in place changes the map before it.
/// </summary>
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
