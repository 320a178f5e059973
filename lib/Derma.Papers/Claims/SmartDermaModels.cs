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
        [KeyOf(NetworkNames.MobileNetV3)] = NetworkNames.Title(NetworkNames.MobileNetV3),
        [KeyOf(NetworkNames.DenseNet121)] = NetworkNames.Title(NetworkNames.DenseNet121),
        [KeyOf(NetworkNames.EfficientNetB3)] = NetworkNames.Title(NetworkNames.EfficientNetB3),
        [Equal] = "equal weights",
        [Optimised] = "weights found",
    };

    /// <summary>The networks, in the paper's order.</summary>
    public static IReadOnlyList<string> Networks { get; } =
        [KeyOf(NetworkNames.MobileNetV3), KeyOf(NetworkNames.DenseNet121), KeyOf(NetworkNames.EfficientNetB3)];

    /// <summary>The ensembles.</summary>
    public static IReadOnlyList<string> Ensembles { get; } = [Equal, Optimised];

    /// <summary>The name of a network or ensemble for a reader.</summary>
    internal static string Title(string key) => titles[key];

    /// <summary>The key of a network.</summary>
    /// <param name="name">One of <see cref="NetworkNames"/>; either size of MobileNetV3 is the paper's.</param>
    /// <exception cref="UserError">It is none of the three.</exception>
    public static string Key(string name) => KeyOf(name) is var key && Networks.Contains(key)
        ? key
        : throw new UserError($"'{name}' is no network of Smart Derma; choose one of {string.Join(", ", Networks.Select(Title))}.");

    // Ids of claims are written with hyphens.
    static string KeyOf(string name) => NetworkNames.Family(name).Replace('_', '-');
}
