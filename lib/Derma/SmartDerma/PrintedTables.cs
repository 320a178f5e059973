using Derma.Charts;
using Derma.Claims;

namespace Derma.SmartDerma;

/// <summary>Tables 3 and 4 of Smart Derma as printed, read from the ledger; Table 1 and Fig. 6 repeat their accuracies and F1.</summary>
public static class PrintedTables
{
    /// <summary>Three networks and two votes, in the paper's order.</summary>
    public static IReadOnlyList<MetricsRow> Rows { get; } =
    [
        Row("MobileNetV3", "table-3.mobilenet-v3"),
        Row("DenseNet121", "table-3.densenet121"),
        Row("EfficientNet-B3", "table-3.efficientnet-b3"),
        Row("equal weights", "table-4.equal"),
        Row("weights found", "table-4.optimised"),
    ];

    static MetricsRow Row(string name, string place)
    {
        double Printed(string figure) => Ledger.SmartDerma[$"smart.{place}.{figure}"].Expected.Number!.Value;
        return new MetricsRow(name, Printed("accuracy"), Printed("precision"), Printed("recall"), Printed("f1"));
    }
}
