using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

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
        bool IsKept(string name) => rules.KeepHead && rules.IsHead(name);
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
