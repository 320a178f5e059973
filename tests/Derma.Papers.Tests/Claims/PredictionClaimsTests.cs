namespace Derma.Papers.Tests;

public class PredictionClaimsTests
{
    static readonly Predictions Three = new(
        [0.30f, 0.665f, 0.035f, 0.00f, 0.00f, 1.00f, 0.00f, 0.00f, 1.00f], [0, 2, 1], ["a", "b", "c"], ["Infestations_Bites", "SkinCancer", "Psoriasis"]);

    static readonly ExamplePredictions Picked = new(Mixed: 0, SureAndRight: 1, SureAndWrong: 2);

    static Dictionary<string, ClaimCheck> Check(ClaimContext context, ExamplePredictions examples, double? sum = null) =>
        PredictionClaims.Check(Runs.Book(context, "22-predictions"), Three, examples, sum).ToDictionary(check => check.Claim.Id);

    [Fact]
    public void Labels_and_confidences_stand_beside_the_figures()
    {
        var checks = Check(Runs.Original, Picked);
        foreach (var id in (string[])["fig-08.predicted", "fig-08.confidence", "fig-08.second", "fig-09.predicted", "fig-09.confidence", "fig-10.confidence"])
            Assert.Equal(Verdict.Reproduced, checks["cnn." + id].Verdict);
        Assert.Equal(Verdict.NotReproduced, checks["cnn.fig-10.predicted"].Verdict); // Psoriasis here, Warts in the report
        Assert.Contains("Here the photo shows Infestations/Bites", checks["cnn.fig-08.predicted"].Note);
    }

    [Fact]
    public void Drawings_reproduce_no_figure() =>
        Assert.Equal(Verdict.NeedsOriginalData, Check(Runs.Drawings, Picked)["cnn.fig-09.confidence"].Verdict);

    [Fact]
    public void A_rule_that_finds_no_photo_leaves_its_figure_out()
    {
        var checks = Check(Runs.Original, Picked with { Mixed = null });
        Assert.DoesNotContain("cnn.fig-08.confidence", checks.Keys);
        Assert.Equal(Verdict.CountedOtherwise, checks["cnn.predictions.count"].Verdict);
    }

    [Fact]
    public void The_sum_of_the_sigmoids_is_checked_where_there_is_one()
    {
        Assert.DoesNotContain("cnn.final.confidence-sum", Check(Runs.Drawings, Picked).Keys);
        Assert.Equal(Verdict.ImpossibleAsPrinted, Check(Runs.Drawings, Picked, 4.2)["cnn.final.confidence-sum"].Verdict);
    }
}
