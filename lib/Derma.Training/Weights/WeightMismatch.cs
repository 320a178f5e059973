using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Says in one message everything that keeps a file's tensors out of a network.</summary>
static class WeightMismatch
{
    const int MostNames = 12;

    /// <exception cref="WeightFileError">Something differs that the rules do not allow.</exception>
    public static void Require(string path, WeightPlan plan, IReadOnlyList<(StoredTensor Stored, Tensor Target)> pairs, WeightRules rules)
    {
        string[] missing = [.. plan.Missing.Where(name => !rules.MayLack(name))];
        string[] unexpected = rules.AllowUnexpected ? [] : [.. plan.Unexpected];
        var misshapen = pairs.Where(p => !p.Stored.Shape.SequenceEqual(p.Target.shape)).ToDictionary(p => p.Stored.Name, Shapes);
        string[] mistyped = [.. pairs.Where(p => p.Target.is_floating_point() && !p.Stored.Type.IsFloatingPoint()).Select(p => p.Stored.Name)];
        string[] parts =
        [
            .. Part("missing", missing), .. Part("unexpected", unexpected),
            .. Part("of another shape", [.. misshapen.Select(m => $"{m.Key} ({m.Value})")]), .. Part("without floating-point numbers", mistyped),
        ];
        if (parts.Length == 0) return;
        throw new WeightFileError(
            path, tensor: missing.Concat(unexpected).Concat(misshapen.Keys).Concat(mistyped).First(),
            $"{path} holds the weights of another network: {string.Join("; ", parts)}.{Advice(misshapen.Keys, rules)}");
    }

    static IEnumerable<string> Part(string what, string[] names)
    {
        if (names.Length == 0) yield break;
        var rest = names.Length > MostNames ? $" and {names.Length - MostNames} more" : "";
        yield return $"{what} {string.Join(", ", names.Take(MostNames))}{rest}";
    }

    static string Shapes((StoredTensor Stored, Tensor Target) pair) => $"file {Sizes(pair.Stored.Shape)}, network {Sizes(pair.Target.shape)}";

    static string Advice(IEnumerable<string> misshapen, WeightRules rules) => misshapen.Any(rules.IsHead)
        ? $" The head {rules.Head} is another, as it is for another number of classes: ReplaceHead keeps the network's fresh one."
        : "";

    static string Sizes(long[] shape) => shape.Length == 0 ? "scalar" : string.Join('x', shape);
}
