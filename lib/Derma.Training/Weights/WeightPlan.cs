using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>A tensor of a weights file, whatever its format: what it is at once, its numbers on demand.</summary>
/// <param name="Name">Name as in a PyTorch state_dict.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Sizes, outermost first; empty for a scalar.</param>
/// <param name="Read">Makes a new tensor of that shape and type; the caller disposes it.</param>
sealed record StoredTensor(string Name, ElementType Type, long[] Shape, Func<Tensor> Read)
{
    public static StoredTensor Of(SafetensorsEntry entry) => new(entry.Name, entry.Type, entry.Shape, () => TensorBytes.ToTensor(entry));
}

/// <summary>What may differ between a weights file and a network; by default nothing.</summary>
sealed record WeightRules
{
    /// <summary>What the caller allows.</summary>
    public PretrainedOptions Allowed { get; init; } = new();

    /// <summary>Whether batch norms may lack num_batches_tracked, which files older than that buffer do.</summary>
    public bool MayLackCounters { get; init; }

    /// <summary>Name of the network's head, or null where it has none that is known.</summary>
    public string? Head { get; init; }

    public bool IsHead(string name) => Head is not null && (name == Head || name.StartsWith(Head + '.', StringComparison.Ordinal));

    public bool MayLack(string name) =>
        Allowed.AllowMissing || (MayLackCounters && name.EndsWith(".num_batches_tracked", StringComparison.Ordinal));
}

/// <summary>Which tensor of a file goes where. A plan exists only when everything fits, so that nothing is loaded by halves.</summary>
sealed class WeightPlan
{
    readonly List<(StoredTensor Stored, Tensor Target)> pairs;

    WeightPlan(List<(StoredTensor, Tensor)> pairs) => this.pairs = pairs;

    public IEnumerable<string> Loaded => pairs.Select(pair => pair.Stored.Name);

    public required IReadOnlyList<string> Skipped { get; init; }

    public required IReadOnlyList<string> Missing { get; init; }

    public required IReadOnlyList<string> Unexpected { get; init; }

    /// <summary>Pairs a file's tensors with a network's.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="own">The network's tensors.</param>
    /// <param name="stored">The file's, with different names.</param>
    /// <param name="rules">What may differ.</param>
    /// <exception cref="WeightFileError">They do not fit; every tensor that does not is named, up to a readable number.</exception>
    public static WeightPlan Match(
        string path, IReadOnlyList<(string Name, Tensor Tensor)> own, IReadOnlyList<StoredTensor> stored, WeightRules rules)
    {
        bool IsKept(string name) => rules.Allowed.ReplaceHead && rules.IsHead(name);
        var byName = stored.Where(t => !IsKept(t.Name)).ToDictionary(t => t.Name);
        var targets = own.Where(t => !IsKept(t.Name)).ToDictionary(t => t.Name, t => t.Tensor);
        var plan = new WeightPlan([.. targets.Where(t => byName.ContainsKey(t.Key)).Select(t => (byName[t.Key], t.Value))])
        {
            Skipped = [.. stored.Select(t => t.Name).Where(IsKept)],
            Missing = [.. targets.Keys.Where(name => !byName.ContainsKey(name))],
            Unexpected = [.. byName.Keys.Where(name => !targets.ContainsKey(name))],
        };
        WeightMismatch.Require(path, plan, plan.pairs, rules);
        return plan;
    }

    /// <summary>Reads every tensor, and only then overwrites the network's; numbers are converted to its types.</summary>
    /// <exception cref="WeightFileError">A tensor cannot be read; the network is as it was.</exception>
    public void Copy()
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (target, read) in pairs.Select(pair => (pair.Target, pair.Stored.Read())).ToList()) target.copy_(read);
    }
}

/// <summary>Says in one message everything that keeps a file's tensors out of a network.</summary>
static class WeightMismatch
{
    const int MostNames = 12;

    /// <exception cref="WeightFileError">Something differs that the rules do not allow.</exception>
    public static void Require(string path, WeightPlan plan, IReadOnlyList<(StoredTensor Stored, Tensor Target)> pairs, WeightRules rules)
    {
        string[] missing = [.. plan.Missing.Where(name => !rules.MayLack(name))];
        string[] unexpected = rules.Allowed.AllowUnexpected ? [] : [.. plan.Unexpected];
        var misshapen = pairs.Where(p => !p.Stored.Shape.SequenceEqual(p.Target.shape)).ToDictionary(p => p.Stored.Name, Shapes);
        string[] mistyped =
            [.. pairs.Where(p => p.Target.is_floating_point() && !p.Stored.Type.IsFloatingPoint()).Select(p => p.Stored.Name)];
        string[] parts =
        [
            .. Part("missing", missing), .. Part("unexpected", unexpected),
            .. Part("of another shape", [.. misshapen.Select(m => $"{m.Key} ({m.Value})")]),
            .. Part("without floating-point numbers", mistyped),
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

    static string Shapes((StoredTensor Stored, Tensor Target) pair) =>
        $"file {Sizes(pair.Stored.Shape)}, network {Sizes(pair.Target.shape)}";

    static string Advice(IEnumerable<string> misshapen, WeightRules rules) => misshapen.Any(rules.IsHead)
        ? $" The head {rules.Head} is another, as it is for another number of classes: ReplaceHead keeps the network's fresh one."
        : "";

    static string Sizes(long[] shape) => shape.Length == 0 ? "scalar" : string.Join('x', shape);
}
