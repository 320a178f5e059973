namespace Derma.Papers.Tests;

public class SmartDermaArithmeticTests
{
    const string Impossible = "smart.table-3.mobilenet-v3.f1-from-precision-and-recall";

    static readonly string[] Notebooks = [.. Ledger.SmartDerma.Claims.Select(claim => claim.Notebook).Distinct()];

    static Dictionary<string, ClaimCheck> Check() => Notebooks
        .SelectMany(notebook => Runs.Book(Runs.Drawings, notebook).CheckArithmetic()).ToDictionary(check => check.Claim.Id);

    [Theory]
    [InlineData("data.exceeds-6-gb", 6.5)]
    [InlineData("data.diseases", 12)]
    [InlineData("data.split-sum", 0.75 + 0.125 + 0.125)]
    [InlineData("weights.sum", 1)]
    [InlineData("weights.least", 0.3)]
    [InlineData("fig-2.image-size", 224)]
    [InlineData("fig-2.classes", 13)]
    [InlineData("gain.optimised-over-equal-from-table", 91.4 - 90.1)]
    [InlineData("gain.optimised-over-best-single-from-table", 91.4 - 88.5)]
    [InlineData("gain.equal-over-best-single-from-table", 90.1 - 88.5)]
    [InlineData("abstract.metrics-improved-from-tables", 4)]
    [InlineData("tables.accuracies-that-agree", 5)]
    [InlineData("tables.f1-that-agree", 5)]
    [InlineData("text.precisions-that-are-accuracies", 5)]
    [InlineData("text.recalls-that-fit-pooled-counts", 3)] // 88.5 and 89, 87.2 and 87, 90.1 and 90 do; 85.6 and 85, 91.4 and 92 do not
    [InlineData("table-3.mobilenet-v3.f1-from-precision-and-recall", (0.855 + 0.845) / 2)]
    [InlineData("table-3.densenet121.f1-from-precision-and-recall", (0.875 + 0.865) / 2)]
    [InlineData("table-3.efficientnet-b3.f1-from-precision-and-recall", (0.895 + 0.885) / 2)]
    [InlineData("table-4.equal.f1-from-precision-and-recall", (0.905 + 0.895) / 2)]
    [InlineData("table-4.optimised.f1-from-precision-and-recall", (0.925 + 0.915) / 2)]
    public void Printed_numbers_imply_others(string id, double expected) =>
        Assert.Equal(expected, PrintedArithmetic.Implied["smart." + id].Number!.Value, 9);

    [Fact]
    public void The_largest_weight_belongs_to_the_lowest_accuracy()
    {
        Assert.Equal("MobileNetV3", PrintedArithmetic.Implied["smart.weights.largest"].Text);
        Assert.Equal("EfficientNet-B3", Ledger.SmartDerma["smart.weights.largest"].Expected.Text);
    }

    [Fact]
    public void These_rows_and_no_others_are_impossible_as_printed()
    {
        string[] impossible =
        [
            "data.diseases", "fig-2.classes", "fig-2.image-size", "weights.largest", "section-5-3.local-place", "table-3.mobilenet-v3.f1-from-precision-and-recall",
            "text.mobilenet-v3.precision-from-table", "text.optimised.precision-from-table", "text.recalls-that-fit-pooled-counts",
            .. new[] { "mobilenet-v3", "densenet121", "efficientnet-b3", "equal", "optimised" }.Select(model => $"text.{model}.recall-from-table"),
        ];
        var checks = Check();
        Assert.Equal(
            impossible.Select(id => "smart." + id).Order(StringComparer.Ordinal),
            checks.Values.Where(check => check.Verdict == Verdict.ImpossibleAsPrinted).Select(check => check.Claim.Id).Order(StringComparer.Ordinal));
        Assert.All(checks.Values.Where(check => check.Verdict != Verdict.ImpossibleAsPrinted), check => Assert.Equal(Verdict.Consistent, check.Verdict));
    }

    [Fact]
    public void Every_arithmetic_row_is_implied_but_the_one_that_needs_the_networks() => Assert.Equal(
        ["smart.ensemble.multiply-adds-ratio"],
        Ledger.SmartDerma.Claims.Where(claim => claim.Kind == ClaimKind.Arithmetic).Select(claim => claim.Id).Except(Check().Keys));

    [Fact]
    public void The_impossible_F1_is_shown_with_its_arithmetic()
    {
        var check = Check()[Impossible];
        foreach (var part in (string[])["0.855", "0.845", "0.850", "mixed"]) Assert.Contains(part, check.Note);
        Assert.Equal("31-mobilenet-v3", check.Notebook);
    }

    // Two classes whose precisions average 0.855 and whose recalls average 0.845, the most that the printed 0.85 and 0.84 allow.
    [Fact]
    public void No_two_classes_with_the_printed_precision_and_recall_reach_the_printed_F1()
    {
        static double F1(double precision, double recall) => 2 * precision * recall / (precision + recall);
        var possible = from p in Enumerable.Range(0, 146)
                       from r in Enumerable.Range(0, 156)
                       let precision = 0.855 + p / 1000.0
                       let recall = 0.845 + r / 1000.0
                       from mirrored in (bool[])[false, true]
                       let other = mirrored ? 1.69 - recall : recall
                       select (F1(precision, other) + F1(1.71 - precision, 1.69 - other)) / 2;
        Assert.InRange(possible.Max(), 0.8499, 0.85);
    }
}
