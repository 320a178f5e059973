namespace Derma.Papers;

/// <summary>Tables 3 and 4 of Smart Derma as printed, read from the ledger; Table 1 and Fig. 6 repeat their accuracies and F1.</summary>
public static class PrintedTables
{
    /// <summary>Three networks and two votes, in the paper's order.</summary>
    public static IReadOnlyList<MetricsRow> Rows { get; } =
    [
        .. SmartDermaModels.Networks.Select(key => Row(key, "table-3")),
        .. SmartDermaModels.Ensembles.Select(key => Row(key, "table-4")),
    ];

    static MetricsRow Row(string key, string table)
    {
        double Printed(string figure) => Ledger.SmartDerma[$"smart.{table}.{key}.{figure}"].Expected.Number!.Value;
        return new MetricsRow(SmartDermaModels.Title(key), Printed("accuracy"), Printed("precision"), Printed("recall"), Printed("f1"));
    }
}
