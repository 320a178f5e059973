namespace Derma.Papers.Tests;

public class SmartDermaSetupClaimsTests
{
    static readonly PhotoSet Photos = new("some", "Some", false, ["Melanoma", "Tinea", "Warts"],
        [.. Enumerable.Range(0, 20).Select(i => new Photo($"p{i}", i % 2 == 0 ? 0 : 1 + i / 2 % 2, $"p{i}", i < 15 ? Subset.Train : i < 17 ? Subset.Validation : Subset.Test))]);

    static ClaimBook Book(string notebook) => Runs.Book(Runs.Drawings, notebook);

    static Dictionary<string, ClaimCheck> ById(IEnumerable<ClaimCheck> checks) => checks.ToDictionary(check => check.Claim.Id["smart.".Length..]);

    [Fact]
    public void Shares_are_the_runs_own_and_counts_of_photos_stand_beside_the_papers()
    {
        var checks = ById(SmartDermaSetupClaims.CheckData(Book("30-smart-derma-data"), Photos, bytes: 1_300_000_000));
        foreach (var id in (string[])["data.train-share", "data.validation-share", "data.test-share"])
            Assert.Equal(Verdict.SetAsPrinted, checks[id].Verdict); // 15, 2 and 3 of 20: 75, 10 and 15 %
        Assert.Equal((20, 3, 3), (Number("images"), Number("classes"), Number("class-names")));
        Assert.Equal(1.3, Number("gigabytes"));
        Assert.Equal("yes", checks["data.melanoma-over-warts-and-tinea"].Measured!.Text); // 10, 5 and 5
        Assert.Equal(Verdict.NeedsOriginalData, checks["data.classes"].Verdict);
        double? Number(string id) => checks["data." + id].Measured!.Number;
    }

    [Fact]
    public void Only_names_that_the_paper_prints_are_counted()
    {
        var other = Photos with { Classes = ["Sun_Damage", "Skin Cancer", "Hives"] };
        Assert.Equal(1, ById(SmartDermaSetupClaims.CheckData(Book("30-smart-derma-data"), other))["data.class-names"].Measured!.Number);
    }

    static Trained<SmartDermaExperiment> Trained(Func<TrainingOptions, TrainingOptions> change, int epochs) =>
        new(PaperExperiments.MobileNetV3, [Results.Seed(epochs)])
        {
            AsRun = PaperExperiments.MobileNetV3 with { Training = change(PaperExperiments.Recipe) },
        };

    [Fact]
    public void A_recipe_is_set_as_printed_where_the_run_used_it_and_every_row_changes_with_the_run()
    {
        var asPrinted = ById(SmartDermaSetupClaims.CheckRecipe(Book("31-mobilenet-v3"), Trained(same => same, 40), 224));
        Assert.Equal(6, asPrinted.Count);
        Assert.All(asPrinted.Values, check => Assert.Equal(Verdict.SetAsPrinted, check.Verdict));
        var cut = Trained(recipe => recipe with { BatchSize = 16, Optimizer = OptimizerKind.AdamW, LearningRate = 0.002, BestBy = BestBy.ValidationLoss }, 14);
        var changed = ById(SmartDermaSetupClaims.CheckRecipe(Book("31-mobilenet-v3"), cut, 64));
        Assert.All(changed.Values, check => Assert.Equal(Verdict.DiffersByScale, check.Verdict));
        Assert.Equal(14, changed["training.epochs"].Measured!.Number);
    }

    [Fact]
    public void Trials_must_reach_both_ends_of_the_printed_ranges()
    {
        TrialResult Of(double dropout, double decay) =>
            new(new Trial { Dropout = dropout, WeightDecay = decay, Network = "", BatchSize = 1, LearningRate = 1, Photos = 1, Seed = 1, Threads = 1 }, 0, 0, 0, 0, 0) { Classes = 13 };
        var checks = ById(SmartDermaSetupClaims.CheckGrid(Book("37-hyperparameters"), [Of(0.4, 1e-4), Of(0.3, 1e-5), Of(0.5, 1e-4)]));
        foreach (var id in (string[])["dropout-lowest", "dropout-highest", "weight-decay-lowest"])
            Assert.Equal(Verdict.SetAsPrinted, checks["training." + id].Verdict);
        Assert.Equal((Verdict.DiffersByScale, 1e-4), (checks["training.weight-decay-highest"].Verdict, checks["training.weight-decay-highest"].Measured!.Number));
    }
}
