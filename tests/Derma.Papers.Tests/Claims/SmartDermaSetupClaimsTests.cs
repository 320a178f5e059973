namespace Derma.Papers.Tests;

public class SmartDermaSetupClaimsTests
{
    static readonly string[] Printed =
        "Vitiligo, Psoriasis, Actinic Keratosis, Basal Cell Carcinoma, Eczema, Sun Damage, Acne, Normal, Seborrheic Keratosis, Melanoma, Moles, Tinea, Warts"
            .Split(", ");

    static readonly PhotoSet Photos = new("some", "Some", false, ["Melanoma", "Tinea", "Warts"],
        [.. Enumerable.Range(0, 20).Select(i => new Photo($"p{i}", i % 2 == 0 ? 0 : 1 + i / 2 % 2, $"p{i}", i < 15 ? Subset.Train : i < 17 ? Subset.Validation : Subset.Test))]);

    static ClaimBook Book(string notebook) => Runs.Book(Runs.Drawings, notebook);

    static Dictionary<string, ClaimCheck> ById(IEnumerable<ClaimCheck> checks) => checks.ToDictionary(check => check.Claim.Id["smart.".Length..]);

    [Fact]
    public void Classes_and_shares_are_checked_on_every_run_and_counts_of_photos_are_shown()
    {
        var checks = ById(SmartDermaSetupClaims.CheckData(Book("30-smart-derma-data"), Photos, Printed, bytes: 1_300_000_000));
        foreach (var id in (string[])["data.classes", "data.class-names", "data.train-share", "data.validation-share", "data.test-share"])
            Assert.Equal(Verdict.Reproduced, checks[id].Verdict); // 15, 2 and 3 of 20: 75, 10 and 15 %
        Assert.Equal(20, checks["data.images"].Measured!.Number);
        Assert.Equal(1.3, checks["data.gigabytes"].Measured!.Number);
        Assert.Equal("yes", checks["data.melanoma-over-warts-and-tinea"].Measured!.Text); // 10, 5 and 5
        Assert.Equal(Verdict.NeedsOriginalData, checks["data.images"].Verdict);
    }

    [Fact]
    public void A_missing_class_is_counted()
    {
        var checks = ById(SmartDermaSetupClaims.CheckData(Book("30-smart-derma-data"), Photos, ["Sun_Damage", "Skin Cancer"]));
        Assert.Equal(1, checks["data.class-names"].Measured!.Number);
        Assert.Equal(Verdict.NotReproduced, checks["data.classes"].Verdict);
        Assert.DoesNotContain("data.gigabytes", checks.Keys);
    }

    [Fact]
    public void The_printed_recipe_is_reproduced_and_a_changed_one_is_not()
    {
        var asPrinted = SmartDermaSetupClaims.CheckRecipe(Book("31-mobilenet-v3"), 224, 50, 32, "Adam", 0.001, "MacroF1");
        Assert.Equal(6, asPrinted.Count);
        Assert.All(asPrinted, check => Assert.Equal(Verdict.Reproduced, check.Verdict));
        var changed = SmartDermaSetupClaims.CheckRecipe(Book("31-mobilenet-v3"), 224, 60, 16, "AdamW", 0.01, "ValidationLoss");
        Assert.Equal("smart.data.image-size", Assert.Single(changed, check => check.Verdict == Verdict.Reproduced).Claim.Id);
    }

    [Fact]
    public void A_grid_must_reach_both_ends_of_the_printed_ranges()
    {
        var checks = ById(SmartDermaSetupClaims.CheckGrid(Book("37-hyperparameters"), [0.4, 0.3, 0.5], [1e-4, 1e-5]));
        Assert.Equal(Verdict.Reproduced, checks["training.dropout-lowest"].Verdict);
        Assert.Equal(Verdict.Reproduced, checks["training.dropout-highest"].Verdict);
        Assert.Equal(Verdict.Reproduced, checks["training.weight-decay-lowest"].Verdict);
        Assert.Equal(Verdict.NotReproduced, checks["training.weight-decay-highest"].Verdict);
    }
}
