using System.Globalization;

namespace Derma.Training;

/// <summary>
/// How much each model's probabilities count in a soft vote. Weights are named, never numbered: Smart Derma's w₁ is EfficientNet-B3's in
/// section 3.2.4 and MobileNetV3's in section 3.4.1.
/// </summary>
public sealed class EnsembleWeights
{
    const double SumTolerance = 1e-9;

    /// <summary>Keeps a copy of the weights.</summary>
    /// <param name="weights">A weight for each model, by its name or its <see cref="NetworkNames.Family"/>: <c>mobilenet_v3</c> is the
    /// weight of <c>mobilenet_v3_large</c> or <c>mobilenet_v3_small</c>, whichever votes.
    /// </param>
    /// <exception cref="UserError">There is none, one is negative or no number, or they do not add up to 1 within 1e-9.</exception>
    public EnsembleWeights(IReadOnlyDictionary<string, double> weights)
    {
        if (weights.Count == 0) throw new UserError("There are no ensemble weights; give one for each model, by its name.");
        foreach (var (name, weight) in weights)
            if (weight is not (>= 0 and <= 1 + SumTolerance))
                throw new UserError($"The ensemble weight of '{name}' is {Text(weight)}; give a share between 0 and 1.");
        var sum = weights.Values.Sum();
        if (Math.Abs(sum - 1) > SumTolerance)
            throw new UserError($"The ensemble weights add up to {Text(sum)}; make {string.Join(" + ", weights.Keys)} add up to 1.");
        ByName = weights.ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>
    /// Smart Derma's final weights (section 3.4): MobileNetV3 0.4, DenseNet121 0.3, EfficientNet-B3 0.3, whichever MobileNetV3 votes.
    /// </summary>
    public static EnsembleWeights Paper { get; } = new(new Dictionary<string, double>
    {
        [NetworkNames.MobileNetV3] = 0.4,
        [NetworkNames.DenseNet121] = 0.3,
        [NetworkNames.EfficientNetB3] = 0.3,
    });

    /// <summary>The weights by the names they were given with.</summary>
    public IReadOnlyDictionary<string, double> ByName { get; }

    /// <summary>The weight given with this very name.</summary>
    /// <exception cref="UserError">There is none; names those that there are.</exception>
    public double this[string name] => ByName.TryGetValue(name, out var weight)
        ? weight
        : throw new UserError($"There is no ensemble weight named '{name}'; there are {string.Join(", ", ByName.Keys)}.");

    /// <summary>The same weight for every model: experiment 4.</summary>
    /// <param name="names">Names of the models.</param>
    /// <exception cref="UserError">There is no name, or one comes twice.</exception>
    public static EnsembleWeights Equal(params IReadOnlyCollection<string> names)
    {
        if (names.Distinct().Count() < names.Count)
            throw new UserError($"A model votes twice among {string.Join(", ", names)}; name each once.");
        return new EnsembleWeights(names.ToDictionary(name => name, _ => 1.0 / names.Count));
    }

    /// <summary>The same weights under the models' full names, in the models' order.</summary>
    /// <param name="models">The models that vote.</param>
    /// <exception cref="UserError">A model has no weight, or a weight no model or two; names it.</exception>
    public EnsembleWeights For(IReadOnlyCollection<string> models)
    {
        if (Misfit(models) is { } misfit)
            throw new UserError(
                $"{misfit}; the weights are those of {string.Join(", ", ByName.Keys)}, the models {string.Join(", ", models)}.");
        return new EnsembleWeights(models.ToDictionary(model => model, model => ByName[NameOf(model)!]));
    }

    /// <summary>What keeps these weights from being those of the models; null where nothing does.</summary>
    /// <param name="models">The models that vote.</param>
    public string? Misfit(IReadOnlyCollection<string> models)
    {
        if (models.FirstOrDefault(model => NameOf(model) is null) is { } without) return $"There is no ensemble weight for '{without}'";
        foreach (var name in ByName.Keys)
            if (models.Where(model => NameOf(model) == name).ToArray() is var voters && voters.Length != 1)
                return voters.Length == 0
                    ? $"The ensemble weight of '{name}' fits no model"
                    : $"The ensemble weight of '{name}' fits both {string.Join(" and ", voters)}";
        return null;
    }

    /// <summary>"mobilenet_v3 0.4, densenet121 0.3, efficientnet_b3 0.3".</summary>
    public override string ToString() => string.Join(", ", ByName.Select(pair => $"{pair.Key} {Text(Math.Round(pair.Value, 4))}"));

    string? NameOf(string model) => new[] { model, NetworkNames.Family(model) }.FirstOrDefault(ByName.ContainsKey);

    static string Text(double weight) => weight.ToString(CultureInfo.InvariantCulture);
}
