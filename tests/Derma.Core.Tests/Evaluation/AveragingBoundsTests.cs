namespace Derma.Core.Tests;

public class AveragingBoundsTests
{
    [Fact]
    public void The_printed_row_of_MobileNetV3_is_impossible_under_one_averaging()
    {
        // P < .855 and R < .845, so F1 <= .850; an F1 printed as .86 is at least .855.
        var bounds = new AveragingBounds(0.85, 0.84);
        Assert.Equal(0.85, bounds.GreatestMean, 12);
        Assert.Equal(2 * 0.855 * 0.845 / 1.7, bounds.GreatestF1, 12);
        Assert.False(bounds.Allows(0.86));
        Assert.True(bounds.Allows(0.85));
    }

    [Theory]
    [InlineData(0.87, 0.86, 0.87)]
    [InlineData(0.89, 0.88, 0.88)]
    [InlineData(0.90, 0.89, 0.90)]
    [InlineData(0.92, 0.91, 0.92)]
    public void The_other_printed_rows_are_possible(double precision, double recall, double f1) =>
        Assert.True(new AveragingBounds(precision, recall).Allows(f1));

    [Fact]
    public void No_matrix_of_two_classes_and_few_photos_exceeds_a_bound()
    {
        // All 2 x 2 matrices with entries 0 to 6; the figures are worked out here from the counts.
        for (var code = 1; code < 7 * 7 * 7 * 7; code++)
            AssertWithinBounds(new[,] { { code % 7, code / 7 % 7 }, { code / 49 % 7, code / 343 } });
    }

    [Fact]
    public void No_random_matrix_of_up_to_five_classes_exceeds_a_bound()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 5000; trial++)
        {
            var counts = new int[2 + trial % 4, 2 + trial % 4];
            for (var t = 0; t < counts.GetLength(0); t++) for (var p = 0; p < counts.GetLength(0); p++) counts[t, p] = random.Next(t == p ? 30 : 8);
            counts[0, 0]++;
            AssertWithinBounds(counts);
        }
    }

    [Fact]
    public void Mixed_averages_give_the_whole_printed_row()
    {
        // 71 right and 8 wrong of the common class, 36 right and 10 wrong of the rare one.
        var metrics = new ClassificationMetrics(AveragingBounds.MixedAverages);
        var (macroP, macroR) = ((71.0 / 81 + 36.0 / 44) / 2, (71.0 / 79 + 36.0 / 46) / 2);
        var weightedF1 = (79 * (2 * 71.0 / (79 + 81)) + 46 * (2 * 36.0 / (46 + 44))) / 125;
        Assert.Equal((0.856, 0.85, 0.84, 0.86), (107.0 / 125, Math.Round(macroP, 2), Math.Round(macroR, 2), Math.Round(weightedF1, 2)));
        Assert.Equal(
            (0.856, macroP, macroR, weightedF1), (metrics.Accuracy, metrics.Macro.Precision, metrics.Macro.Recall, Math.Round(metrics.Weighted.F1, 15)));
        Assert.True(weightedF1 > (macroP + macroR) / 2);
    }

    [Fact]
    public void Nothing_exceeds_one() => Assert.Equal((1, 1), (new AveragingBounds(1, 1).GreatestMean, new AveragingBounds(1, 1).GreatestF1));

    [Fact]
    public void Exact_zeros_allow_no_f1() => Assert.Equal(0, new AveragingBounds(0, 0, HalfWidth: 0).GreatestF1);

    static void AssertWithinBounds(int[,] counts)
    {
        var n = counts.GetLength(0);
        var classes = Enumerable.Range(0, n).ToArray();
        int Support(int c) => classes.Sum(p => counts[c, p]);
        int Predicted(int c) => classes.Sum(t => counts[t, c]);
        double Precision(int c) => Predicted(c) == 0 ? 0 : (double)counts[c, c] / Predicted(c);
        double Recall(int c) => Support(c) == 0 ? 0 : (double)counts[c, c] / Support(c);
        double F1(int c) => Precision(c) + Recall(c) == 0 ? 0 : 2 * Precision(c) * Recall(c) / (Precision(c) + Recall(c));
        foreach (var weight in (Func<int, double>[])[_ => 1.0 / n, c => (double)Support(c) / counts.Cast<int>().Sum()])
        {
            double Mean(Func<int, double> figure) => classes.Sum(c => weight(c) * figure(c));
            var bounds = new AveragingBounds(Mean(Precision), Mean(Recall), HalfWidth: 0);
            Assert.True(Mean(F1) <= bounds.GreatestMean + 1e-12);
            Assert.True(Mean(F1) <= bounds.GreatestF1 + 1e-12);
            Assert.True(bounds.Allows(Mean(F1)));
        }
    }
}
