namespace Derma.Papers.Tests;

public class EvaluationTablesTests
{
    static string[][] Rows(HtmlView view) =>
        [.. view.Parsed().QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th,td").Select(cell => cell.TextContent.Replace('\u00a0', ' ')).ToArray())];

    [Fact]
    public void Each_class_has_its_figures_of_every_model()
    {
        var first = new ClassificationMetrics(new ConfusionMatrix(new[,] { { 3, 1 }, { 0, 2 } }, ["acne", "warts"]));
        var second = new ClassificationMetrics(new ConfusionMatrix(new[,] { { 4, 0 }, { 0, 2 } }, ["acne", "warts"]));
        // acne: precision 3/3, recall 3/4, F1 6/7; warts: 2/3, 1, 4/5.
        Assert.Equal(
            [["acne", "4", "1.000", "0.750", "0.857", "1.000", "1.000", "1.000"], ["warts", "2", "0.667", "1.000", "0.800", "1.000", "1.000", "1.000"]],
            Rows(EvaluationTables.PerClass([("a", first), ("b", second)])));
    }

    [Fact]
    public void A_comparison_tells_gains_in_points_and_the_probability()
    {
        var first = Answers.Sure(2, (0, 0, 8), (1, 0, 2), (0, 0, 0));
        var second = Answers.Sure(2, (0, 0, 7), (1, 0, 1), (0, 0, 2));
        var cells = Rows(EvaluationTables.Comparisons([("a → b", PairedComparison.Of(first, second))]))[0];
        // One lost, two gained of ten; of three coins any split of 1 and 2 or more is certain.
        Assert.StartsWith("+10.0 (", cells[1]);
        Assert.Equal(("a → b", "1", "2", "1.000", "0"), (cells[0], cells[4], cells[5], cells[6], cells[7]));
    }

    [Fact]
    public void Weights_stand_under_the_names_of_their_models()
    {
        var same = Answers.Random(1, 20, 3);
        var view = EvaluationTables.Weights(WeightSearch.Run(new Dictionary<string, Predictions>
        {
            ["mobilenet_v3_small"] = same, ["efficientnet_b3"] = same, ["densenet121"] = same,
        }));
        var headers = view.Parsed().QuerySelectorAll("thead th").Select(cell => cell.TextContent).ToArray();
        var printed = Rows(view)[1];
        Assert.Equal("0.400", printed[Array.IndexOf(headers, "mobilenet_v3_small")]);
        Assert.Equal("0.300", printed[Array.IndexOf(headers, "densenet121")]);
    }

    [Fact]
    public void Averages_and_calibrations_have_a_row_a_model()
    {
        var predictions = Answers.Sure(2, (0, 0, 3), (1, 1, 1));
        // Wilson's interval of 4 in 4 starts at 4 / (4 + 1.96²) = .5101; a stratified bootstrap of nothing but right answers has one value.
        Assert.Equal(["m", "100.0 % (51.0 % to 100.0 %)", "100.0 % (100.0 % to 100.0 %)"], Rows(EvaluationTables.Averages([("m", predictions)]))[0].Take(3));
        Assert.Equal(["m", "0.0 %", "0.0 %", "0.000", "0.000"], Rows(EvaluationTables.Calibrations([("m", Calibration.Of(predictions))]))[0]);
    }

    [Fact]
    public void The_averaging_table_shows_the_arithmetic_of_a_printed_row() => Assert.Equal(
        ["MobileNetV3", "0.85", "0.84", "0.86", "0.8550", "0.8500", "0.8500", "not as printed"],
        Rows(AveragingTable.Of([("MobileNetV3", new AveragingBounds(0.85, 0.84), 0.86)]))[0]);
}
