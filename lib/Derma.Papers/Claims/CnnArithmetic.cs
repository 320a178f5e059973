namespace Derma.Papers;

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
