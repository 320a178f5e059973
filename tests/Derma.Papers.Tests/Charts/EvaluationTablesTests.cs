namespace Derma.Papers.Tests;

public class EvaluationTablesTests
{
    static string[][] Rows(HtmlView view) =>
        [.. view.Parsed().QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th,td").Select(cell => cell.TextContent.Replace('\u00a0', ' ')).ToArray())];

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
    public void Sure_and_right_answers_have_no_calibration_error()
    {
        var predictions = Answers.Sure(2, (0, 0, 3), (1, 1, 1));
        Assert.Equal(["m", "0.0 %", "0.0 %", "0.000", "0.000"], Rows(EvaluationTables.Calibrations([("m", Calibration.Of(predictions))]))[0]);
    }
}
