namespace Derma.Core.Tests;

public class ClassificationMetricsTests
{
    // The example of scikit-learn's classification_report: precision .5, 0, 1; recall 1, 0, 2/3.
    static readonly ConfusionMatrix Confusion = new([0, 1, 2, 2, 2], [0, 0, 2, 2, 1], ["a", "b", "c"]);
    static readonly ClassificationMetrics Metrics = new(Confusion);

    [Fact]
    public void Accuracy_is_correct_over_all() => Assert.Equal(3.0 / 5, Metrics.Accuracy, 12);

    [Fact]
    public void Each_class_has_its_own_precision_recall_and_f1()
    {
        Assert.Equal([0.5, 0, 1], Metrics.PerClass.Select(c => c.Precision));
        Assert.Equal([1, 0, 2.0 / 3], Metrics.PerClass.Select(c => c.Recall));
        Assert.Equal([2.0 / 3, 0, 0.8], Metrics.PerClass.Select(c => c.F1));
        Assert.Equal([1, 1, 3], Metrics.PerClass.Select(c => c.Support));
    }

    [Fact]
    public void Macro_averages_count_every_class_the_same()
    {
        Assert.Equal(0.5, Metrics.Macro.Precision, 12);
        Assert.Equal((1 + 2.0 / 3) / 3, Metrics.Macro.Recall, 12);
        Assert.Equal((2.0 / 3 + 0.8) / 3, Metrics.Macro.F1, 12);
    }

    [Fact]
    public void Weighted_averages_count_classes_by_their_photos()
    {
        Assert.Equal((0.5 + 0 + 3 * 1) / 5, Metrics.Weighted.Precision, 12);
        Assert.Equal(0.6, Metrics.Weighted.Recall, 12);
        Assert.Equal((2.0 / 3 + 3 * 0.8) / 5, Metrics.Weighted.F1, 12);
    }

    [Fact]
    public void Micro_averages_equal_the_accuracy() => Assert.Equal(new AveragedMetrics(0.6, 0.6, 0.6), Metrics.Micro);

    [Fact]
    public void Balanced_accuracy_is_the_mean_recall() => Assert.Equal(5.0 / 9, Metrics.BalancedAccuracy, 12);

    [Fact]
    public void One_versus_rest_accuracy_counts_true_negatives()
    {
        // a: 1 wrong of 5, b: 2 wrong, c: 1 wrong.
        Assert.Equal([0.8, 0.6, 0.8], Metrics.PerClass.Select(c => Math.Round(c.OneVersusRestAccuracy, 12)));
        Assert.Equal(2.2 / 3, Metrics.OneVersusRestAccuracy, 12);
    }

    [Fact]
    public void A_class_that_never_occurs_does_not_dilute_the_averages()
    {
        var metrics = new ClassificationMetrics(new ConfusionMatrix([0, 1], [0, 1], ["a", "b", "unseen"]));
        Assert.Equal(new AveragedMetrics(1, 1, 1), metrics.Macro);
        Assert.Equal(1, metrics.BalancedAccuracy);
    }

    [Fact]
    public void Rows_are_the_truth_and_columns_the_prediction()
    {
        Assert.Equal(1, Confusion[1, 0]);
        Assert.Equal(0, Confusion[0, 1]);
        Assert.Equal([(1, 0, 1), (2, 1, 1)], Confusion.MostConfused(5));
    }

    [Fact]
    public void Nothing_to_measure_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ClassificationMetrics(new ConfusionMatrix([], [], ["a", "b"])));
}
