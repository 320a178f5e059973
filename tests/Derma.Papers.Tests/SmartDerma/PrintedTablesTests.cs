namespace Derma.Papers.Tests;

public class PrintedTablesTests
{
    [Fact]
    public void Rows_are_those_of_tables_3_and_4() => Assert.Equal(
        [
            ("MobileNetV3", 0.856, 0.85, 0.84, 0.86), ("DenseNet121", 0.872, 0.87, 0.86, 0.87), ("EfficientNet-B3", 0.885, 0.89, 0.88, 0.88),
            ("equal weights", 0.901, 0.90, 0.89, 0.90), ("weights found", 0.914, 0.92, 0.91, 0.92),
        ],
        PrintedTables.Rows.Select(row => (row.Name, row.Accuracy, row.Precision, row.Recall, row.F1)));
}
