namespace Derma.Papers;

/// <summary>The three networks and two ensembles of Smart Derma, as the ids of its claims name them.</summary>
public static class SmartDermaModels
{
    /// <summary>The vote with equal weights (experiment 4).</summary>
    public const string Equal = "equal";

    /// <summary>The vote with weights chosen on validation photos (experiment 5).</summary>
    public const string Optimised = "optimised";

    static readonly Dictionary<string, string> titles = new()
    {
        ["mobilenet-v3"] = NetworkNames.Title(NetworkNames.MobileNetV3Large),
        ["densenet121"] = NetworkNames.Title(NetworkNames.DenseNet121),
        ["efficientnet-b3"] = NetworkNames.Title(NetworkNames.EfficientNetB3),
        [Equal] = "equal weights",
        [Optimised] = "weights found",
    };

    /// <summary>The networks, in the paper's order.</summary>
    public static IReadOnlyList<string> Networks { get; } = ["mobilenet-v3", "densenet121", "efficientnet-b3"];

    /// <summary>The ensembles.</summary>
    public static IReadOnlyList<string> Ensembles { get; } = [Equal, Optimised];

    /// <summary>The name of a network or ensemble for a reader.</summary>
    internal static string Title(string key) => titles[key];

    /// <summary>The key of a network, however its name is written.</summary>
    /// <param name="name">Such as <c>MobileNetV3</c>, <c>mobilenet_v3_large</c> or <c>EfficientNet-B3</c>; what follows the paper's name is ignored.</param>
    /// <exception cref="UserError">It is none of the three.</exception>
    public static string Key(string name) =>
        Networks.FirstOrDefault(key => Letters(name).StartsWith(Letters(key), StringComparison.Ordinal))
        ?? throw new UserError($"'{name}' is no network of Smart Derma; choose one of {string.Join(", ", Networks.Select(Title))}.");

    static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
