namespace Derma.Papers.Tests;

public class SmartDermaClaimsTests
{
    // Ten photos: six of eight a right, one of two b right. Precision 6/7 and 1/3, recall 3/4 and 1/2, F1 0.8 and 0.4.
    static readonly ClassificationMetrics Ten = Metrics([0, 0, 0, 0, 0, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 0, 1, 1, 1, 0]);

    static readonly ClassificationMetrics Perfect = Metrics([0, 1], [0, 1]);

    static ClassificationMetrics Metrics(int[] labels, int[] predicted) => new(new ConfusionMatrix(labels, predicted, ["a", "b"]));

    static ClaimBook Book(ClaimContext? context = null) => Runs.Book(context ?? Runs.Drawings, "31-mobilenet-v3");

    static Dictionary<string, ClaimCheck> ById(IEnumerable<ClaimCheck> checks) => checks.ToDictionary(check => check.Claim.Id);

    [Fact]
    public void A_network_stands_beside_both_tables_and_the_text()
    {
        var checks = ById(SmartDermaClaims.CheckModel(Book(), "mobilenet_v3_large", Ten, new MacroIntervals { F1 = new(0.35, 0.75) }));
        Assert.Equal(
            ["table-1.mobilenet-v3.accuracy", "table-1.mobilenet-v3.f1", "table-3.mobilenet-v3.accuracy", "table-3.mobilenet-v3.f1",
                "table-3.mobilenet-v3.precision", "table-3.mobilenet-v3.recall", "text.mobilenet-v3.precision", "text.mobilenet-v3.recall"],
            checks.Keys.Select(id => id["smart.".Length..]).Order(StringComparer.Ordinal));
        Assert.Equal(0.7, checks["smart.table-1.mobilenet-v3.accuracy"].Measured!.Number!.Value, 12);
        Assert.Equal((6.0 / 7 + 1.0 / 3) / 2, checks["smart.table-3.mobilenet-v3.precision"].Measured!.Number!.Value, 12);
        Assert.Equal(0.625, checks["smart.text.mobilenet-v3.recall"].Measured!.Number!.Value, 12);
        Assert.Equal(0.6, checks["smart.table-3.mobilenet-v3.f1"].Measured!.Number!.Value, 12);
        Assert.Contains("95 % interval 0.35 to 0.75", checks["smart.table-3.mobilenet-v3.f1"].Note);
        Assert.Contains("95 % interval 39.6", checks["smart.table-1.mobilenet-v3.accuracy"].Note); // Wilson, 7 of 10: 0.3968 to 0.8922
    }

    [Fact]
    public void An_ensemble_stands_beside_Table_4()
    {
        var checks = ById(SmartDermaClaims.CheckEnsemble(Book(), SmartDermaModels.Optimised, Ten));
        Assert.Equal(0.625, checks["smart.table-4.optimised.recall"].Measured!.Number!.Value, 12);
        Assert.Equal(9, checks.Count); // two of Table 1, four of Table 4, three of the text
        Assert.Contains("equal", Assert.Throws<UserError>(() => SmartDermaClaims.CheckEnsemble(Book(), "optimized", Ten)).Message);
    }

    [Fact]
    public void No_run_reproduces_an_accuracy_since_nobody_has_the_papers_photos()
    {
        foreach (var context in (ClaimContext[])[Runs.Drawings, Runs.OtherPhotos, Runs.Original])
            Assert.All(
                Ledger.SmartDerma.Claims.Where(claim => claim.Kind is ClaimKind.Accuracy or ClaimKind.Data),
                claim => Assert.Equal(Verdict.NeedsOriginalData, Book(context).Check(claim.Id, claim.Expected).Verdict));
        Assert.Contains("skindisease, another data set", Book(Runs.Original).Check("smart.table-1.equal.accuracy", 0.9).Note);
    }

    [Fact]
    public void Weights_are_checked_by_name_in_any_order()
    {
        var checks = ById(SmartDermaClaims.CheckWeights(
            Book(), new Dictionary<string, double> { ["efficientnet_b3"] = 0.5, ["mobilenet_v3"] = 0.2, ["densenet121"] = 0.3 }));
        Assert.Equal(0.2, checks["smart.weights.mobilenet-v3"].Measured!.Number);
        Assert.Equal(0.5, checks["smart.weights.efficientnet-b3"].Measured!.Number);
        Assert.Equal(Verdict.Counted, checks["smart.models.count"].Verdict);
    }

    [Fact]
    public void A_gain_is_shown_in_points_with_its_paired_interval()
    {
        var check = SmartDermaClaims.CheckGain(Book(), "optimised-over-equal", 0.004, new Interval(-0.01, 0.018), "McNemar p = 0.6.");
        Assert.Equal(0.4, check.Measured!.Number!.Value, 12);
        Assert.Contains("-1 points to 1.8 points", check.Note);
        Assert.Contains("McNemar p = 0.6.", check.Note);
    }

    [Fact]
    public void The_comparison_counts_figures_in_which_both_ensembles_win()
    {
        var networks = new Dictionary<string, ClassificationMetrics> { ["densenet121"] = Ten, ["efficientnet_b3"] = Metrics([0, 1, 1], [0, 0, 0]) };
        var checks = ById(SmartDermaClaims.CheckComparison(Book(), networks, [Perfect, Perfect]));
        Assert.Equal("DenseNet121", checks["smart.section-5-2.best-single"].Measured!.Text);
        Assert.Equal(4, checks["smart.abstract.metrics-improved"].Measured!.Number);
        Assert.Equal(0, ById(SmartDermaClaims.CheckComparison(Book(), networks, [Perfect, Ten]))["smart.abstract.metrics-improved"].Measured!.Number);
    }

    [Theory]
    [InlineData("mobilenet_v3", "mobilenet-v3"), InlineData("mobilenet_v3_large", "mobilenet-v3")]
    [InlineData("mobilenet_v3_small", "mobilenet-v3")]
    [InlineData("densenet121", "densenet121"), InlineData("efficientnet_b3", "efficientnet-b3")]
    public void A_network_is_known_by_its_one_name_and_either_size_of_MobileNetV3_is_the_papers(string name, string key) =>
        Assert.Equal(key, SmartDermaModels.Key(name));

    [Fact]
    public void Another_network_is_refused() =>
        Assert.Contains("EfficientNet-B3", Assert.Throws<UserError>(() => SmartDermaClaims.CheckModel(Book(), "efficientnet_v3", Ten)).Message);
}
