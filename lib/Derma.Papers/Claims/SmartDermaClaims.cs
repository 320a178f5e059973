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

/// <summary>The 95 % intervals of figures averaged over classes; null where nobody computed one.</summary>
public sealed record MacroIntervals
{
    /// <summary>Of the mean precision.</summary>
    public Interval? Precision { get; init; }

    /// <summary>Of the mean recall, which is the balanced accuracy where every class has photos.</summary>
    public Interval? Recall { get; init; }

    /// <summary>Of the mean F1.</summary>
    public Interval? F1 { get; init; }
}

/// <summary>
/// What trained networks and their votes say about the results of Smart Derma (Tables 1, 3 and 4, the text after Fig. 7, section 4.2.2).
/// </summary>
public static class SmartDermaClaims
{
    const double PointsPerShare = 100;

    /// <summary>Puts a network's test figures beside every place that prints them.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="network">Its name, such as <c>densenet121</c> or <c>mobilenet_v3_large</c>.</param>
    /// <param name="metrics">Of the test photos; precision, recall and F1 are those averaged over classes.</param>
    /// <param name="intervals">Intervals of the averages; the accuracy brings its own.</param>
    /// <exception cref="UserError">The network is none of the paper's.</exception>
    public static IReadOnlyList<ClaimCheck> CheckModel(
        ClaimBook book, string network, ClassificationMetrics metrics, MacroIntervals? intervals = null) =>
        CheckFigures(book, SmartDermaModels.Key(network), metrics, intervals ?? new MacroIntervals());

    /// <summary>Puts an ensemble's test figures beside every place that prints them.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="ensemble"><see cref="SmartDermaModels.Equal"/> or <see cref="SmartDermaModels.Optimised"/>.</param>
    /// <param name="metrics">Of the test photos.</param>
    /// <param name="intervals">Intervals of the averages; the accuracy brings its own.</param>
    /// <exception cref="UserError">It is neither.</exception>
    public static IReadOnlyList<ClaimCheck> CheckEnsemble(
        ClaimBook book, string ensemble, ClassificationMetrics metrics, MacroIntervals? intervals = null)
    {
        if (!SmartDermaModels.Ensembles.Contains(ensemble))
            throw new UserError(
                $"'{ensemble}' is no ensemble of Smart Derma; choose one of {string.Join(", ", SmartDermaModels.Ensembles)}.");
        return CheckFigures(book, ensemble, metrics, intervals ?? new MacroIntervals());
    }

    /// <summary>Puts the weights that a search found beside the paper's.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="found">A weight for each network, by its name.</param>
    /// <exception cref="UserError">A name is none of the paper's networks.</exception>
    public static IReadOnlyList<ClaimCheck> CheckWeights(ClaimBook book, IReadOnlyDictionary<string, double> found) =>
    [
        book.Check("smart.models.count", found.Count),
        .. found.Select(weight => book.Check("smart.weights." + SmartDermaModels.Key(weight.Key), weight.Value)),
    ];

    /// <summary>Puts a gain of accuracy, measured on the same test photos, beside the difference of the printed ones.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="gain"><c>equal-over-best-single</c>, <c>optimised-over-best-single</c> or <c>optimised-over-equal</c>.</param>
    /// <param name="difference">Difference of the two accuracies, a fraction of one.</param>
    /// <param name="interval">Its paired 95 % interval, in fractions of one.</param>
    /// <param name="note">The paired test's result in words.</param>
    /// <exception cref="UserError">There is no such gain.</exception>
    public static ClaimCheck CheckGain(ClaimBook book, string gain, double difference, Interval? interval = null, string? note = null) =>
        book.Check(
        "smart.gain." + gain,
        PointsPerShare * difference,
        interval is { } ends ? new Interval(PointsPerShare * ends.Low, PointsPerShare * ends.High) : null,
        note);

    /// <summary>Checks which network is best, and in how many figures both ensembles beat all three (abstract, section 5.2).</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="networks">Test figures of the three networks, by name.</param>
    /// <param name="ensembles">Test figures of the ensembles.</param>
    public static IReadOnlyList<ClaimCheck> CheckComparison(
        ClaimBook book, IReadOnlyDictionary<string, ClassificationMetrics> networks, IReadOnlyCollection<ClassificationMetrics> ensembles)
    {
        var best = networks.MaxBy(network => network.Value.Accuracy).Key;
        Func<ClassificationMetrics, double>[] figures = [m => m.Accuracy, m => m.Macro.Precision, m => m.Macro.Recall, m => m.Macro.F1];
        return
        [
            book.Check("smart.section-5-2.best-single", SmartDermaModels.Title(SmartDermaModels.Key(best))),
            book.Check("smart.abstract.metrics-improved", figures.Count(figure => ensembles.Min(figure) > networks.Values.Max(figure))),
        ];
    }

    static IReadOnlyList<ClaimCheck> CheckFigures(ClaimBook book, string model, ClassificationMetrics metrics, MacroIntervals intervals)
    {
        (string Name, double Value, Interval? Interval)[] figures =
        [
            ("accuracy", metrics.Accuracy, metrics.AccuracyInterval),
            ("precision", metrics.Macro.Precision, intervals.Precision),
            ("recall", metrics.Macro.Recall, intervals.Recall),
            ("f1", metrics.Macro.F1, intervals.F1),
        ];
        return
        [
            .. from place in (string[])["table-1", "table-3", "table-4", "text"]
               from figure in figures
               let id = $"smart.{place}.{model}.{figure.Name}"
               where book.Ledger.Contains(id)
               select book.Check(id, figure.Value, figure.Interval),
        ];
    }
}
