using Derma.Charts;

namespace Derma.SmartDerma;

/// <summary>Tables 3 and 4 of Smart Derma as printed; Table 1 and Fig. 6 repeat their accuracies and F1.</summary>
public static class PrintedTables
{
    /// <summary>Three networks and two votes, in the paper's order.</summary>
    public static IReadOnlyList<MetricsRow> Rows { get; } =
    [
        new("MobileNetV3", 0.856, 0.85, 0.84, 0.86),
        new("DenseNet121", 0.872, 0.87, 0.86, 0.87),
        new("EfficientNet-B3", 0.885, 0.89, 0.88, 0.88),
        new("equal weights", 0.901, 0.90, 0.89, 0.90),
        new("weights found", 0.914, 0.92, 0.91, 0.92),
    ];
}
