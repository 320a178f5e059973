namespace Derma.Papers;

/// <summary>What the papers' printed numbers imply about each other. Nothing is trained or opened for it.</summary>
public static class PrintedArithmetic
{
    /// <summary>For each arithmetic claim that follows from other rows of its paper, the value that those rows give.</summary>
    public static IReadOnlyDictionary<string, ClaimValue> Implied { get; } =
        CnnArithmetic.Of(Ledger.CnnReport).Concat(SmartDermaArithmetic.Of(Ledger.SmartDerma)).ToDictionary();
}

/// <summary>What the CNN report's printed numbers imply about each other.</summary>
static class CnnArithmetic
{
    const double BytesPerParameter = 4, BytesPerMebibyte = 1 << 20, MinutesPerHour = 60;

    /// <summary>For each arithmetic claim that follows from other rows, the value that those rows give.</summary>
    /// <param name="ledger">The ledger of the CNN report.</param>
    public static IReadOnlyDictionary<string, ClaimValue> Of(Ledger ledger)
    {
        double Printed(string id) => ledger[id].Expected.Number ?? throw new InvalidOperationException($"{id} is no single number.");
        var (train, test) = (Printed("cnn.data.train"), Printed("cnn.data.test"));
        var (total, trainable, rest) = (Printed("cnn.params.total"), Printed("cnn.params.trainable"), Printed("cnn.params.non-trainable"));
        return new Dictionary<string, ClaimValue>
        {
            ["cnn.data.over-fifteen-thousand"] = Printed("cnn.data.images"),
            ["cnn.data.split-sum"] = train + test,
            ["cnn.steps-per-epoch"] = Math.Ceiling(train / Printed("cnn.batch-size")),
            ["cnn.params.sum"] = trainable + rest,
            ["cnn.params.trainable-share"] = trainable / total,
            ["cnn.params.non-trainable-share"] = rest / total,
            ["cnn.size.from-parameters"] = total * BytesPerParameter / BytesPerMebibyte,
            ["cnn.cost.most-over-10-hours"] = Enumerable.Range(1, 10).Count(attempt => LongestHours(ledger, attempt) > 10),
            ["cnn.cost.final-hours-from-epochs"] = LongestHours(ledger, 10),
            ["cnn.attempt-10.epochs-total"] = Printed("cnn.attempt-09.epochs-run") + Printed("cnn.attempt-10.epochs-run"),
            ["cnn.fig-08.label-sum"] = Printed("cnn.fig-08.confidence") + Printed("cnn.fig-08.second"),
        };
    }

    // The slowest epoch that the report allows, for every epoch that it ran.
    static double LongestHours(Ledger ledger, int attempt) =>
        ledger[$"cnn.attempt-{attempt:00}.epochs-run"].Expected.Number!.Value
        * ledger["cnn.cost.minutes-per-epoch"].Expected.High!.Value / MinutesPerHour;
}

/// <summary>What Smart Derma's printed numbers imply about each other.</summary>
/// <param name="ledger">The ledger of Smart Derma.</param>
sealed class SmartDermaArithmetic(Ledger ledger)
{
    const double HalfDigitOfPoint = 0.005, HalfDigitOfTenth = 0.0005, RoundingError = 1e-9;

    static readonly string[] Models = [.. SmartDermaModels.Networks, .. SmartDermaModels.Ensembles];

    static readonly string[] Figures = ["accuracy", "precision", "recall", "f1"];

    /// <summary>For each arithmetic claim that follows from other rows, the value that those rows give.</summary>
    /// <param name="ledger">The ledger of Smart Derma.</param>
    public static IReadOnlyDictionary<string, ClaimValue> Of(Ledger ledger)
    {
        var paper = new SmartDermaArithmetic(ledger);
        return new[] { paper.Data(), paper.Weights(), paper.Tables(), paper.Repeats(), paper.Latencies(), paper.TextAfterFigure7() }
            .SelectMany(rows => rows).ToDictionary(row => "smart." + row.Id, row => row.Value);
    }

    IEnumerable<(string Id, ClaimValue Value)> Data() =>
    [
        ("data.exceeds-6-gb", Printed("data.gigabytes")),
        ("data.rows", Printed("data.images")),
        ("data.diseases", Printed("data.classes") - 1),
        ("data.split-sum", Middle("data.train-share") + Middle("data.validation-share") + Middle("data.test-share")),
        ("fig-2.image-size", Printed("data.image-size")),
        ("fig-2.classes", Printed("model.efficientnet-b3.logits")),
        .. SmartDermaModels.Networks.Select(model => ($"model.{model}.softmax-terms", (ClaimValue)Printed("data.classes"))),
    ];

    IEnumerable<(string Id, ClaimValue Value)> Weights()
    {
        double Weight(string model) => Printed("weights." + model);
        return
        [
            ("weights.least", SmartDermaModels.Networks.Min(Weight)),
            ("weights.sum", SmartDermaModels.Networks.Sum(Weight)),
            ("weights.largest", SmartDermaModels.Title(SmartDermaModels.Networks.MaxBy(Weight)!)),
        ];
    }

    IEnumerable<(string Id, ClaimValue Value)> Tables() =>
    [
        ("abstract.metrics-improved-from-tables", Figures.Count(figure =>
            SmartDermaModels.Ensembles.Min(model => Cell(model, figure)) > SmartDermaModels.Networks.Max(model => Cell(model, figure)))),
        ("tables.accuracies-that-agree", Models.Count(model => Cell(model, "accuracy") == FirstTable(model, "accuracy"))),
        ("tables.f1-that-agree", Models.Count(model => Cell(model, "f1") == FirstTable(model, "f1"))),
        ("section-5-2.best-single-from-table", SmartDermaModels.Title(BestSingle)),
        ("section-5-6.best-single-from-table", SmartDermaModels.Title(BestSingle)),
        ("gain.equal-over-best-single-from-table", Points("equal", BestSingle)),
        ("gain.optimised-over-best-single-from-table", Points("optimised", BestSingle)),
        ("gain.optimised-over-equal-from-table", Points("optimised", "equal")),
        .. Models.Select(model => ($"{Table(model)}.{model}.f1-from-precision-and-recall", (ClaimValue)GreatestF1(model))),
    ];

    IEnumerable<(string Id, ClaimValue Value)> Repeats() =>
    [
        .. Models.Select(model => ($"section-4-3.{model}.accuracy", (ClaimValue)FirstTable(model, "accuracy"))),
        ("section-4-3.optimised.f1", FirstTable("optimised", "f1")),
        ("section-5-2.efficientnet-b3.accuracy", Cell("efficientnet-b3", "accuracy")),
        ("section-5-2.optimised.accuracy", Cell("optimised", "accuracy")),
        ("section-5-2.optimised.f1", Cell("optimised", "f1")),
        ("section-5-6.optimised.accuracy", Cell("optimised", "accuracy")),
        ("section-7-1.optimised.accuracy", Cell("optimised", "accuracy")),
    ];

    IEnumerable<(string Id, ClaimValue Value)> Latencies() =>
    [
        ("section-4-3.local-latency", Bound("table-2.local")),
        ("section-4-3.cloud-latency", Bound("table-2.cloud")),
        ("section-5-3.local-place", ledger["smart.section-4-3.local-place"].Expected),
        ("section-5-6.cloud-latency", Bound("table-2.cloud")),
        ("section-6-2.cloud-latency", Bound("table-2.cloud")),
    ];

    IEnumerable<(string Id, ClaimValue Value)> TextAfterFigure7() =>
    [
        ("text.precisions-that-are-accuracies", Models.Count(model => Text(model, "precision") == FirstTable(model, "accuracy"))),
        ("text.recalls-that-fit-pooled-counts", Models.Count(model =>
            Math.Abs(Text(model, "precision") - Text(model, "recall")) <= HalfDigitOfPoint + HalfDigitOfTenth + RoundingError)),
        .. from model in Models
           from figure in Figures
           where ledger.Contains($"smart.text.{model}.{figure}-from-table")
           select ($"text.{model}.{figure}-from-table", (ClaimValue)Cell(model, figure)),
    ];

    string BestSingle => SmartDermaModels.Networks.MaxBy(model => Cell(model, "accuracy"))!;

    // Both figures as high as their rounding allows; no averaging that gives both the same weights can pass the mean of the two.
    double GreatestF1(string model) => (Cell(model, "precision") + Cell(model, "recall")) / 2 + HalfDigitOfPoint;

    double Points(string better, string than) => 100 * (FirstTable(better, "accuracy") - FirstTable(than, "accuracy"));

    double FirstTable(string model, string figure) => Printed($"table-1.{model}.{figure}");

    double Cell(string model, string figure) => Printed($"{Table(model)}.{model}.{figure}");

    double Text(string model, string figure) => Printed($"text.{model}.{figure}");

    double Middle(string id) => (ledger["smart." + id].Expected.Low!.Value + ledger["smart." + id].Expected.High!.Value) / 2;

    double Bound(string id) => ledger["smart." + id].Expected.High!.Value;

    double Printed(string id) => ledger["smart." + id].Expected.Number ?? throw new InvalidOperationException($"{id} is no single number.");

    static string Table(string model) => SmartDermaModels.Ensembles.Contains(model) ? "table-4" : "table-3";
}
