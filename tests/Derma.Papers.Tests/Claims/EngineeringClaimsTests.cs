namespace Derma.Papers.Tests;

public class EngineeringClaimsTests
{
    static readonly EngineeringFindings AsPrinted = new()
    {
        Orders = ([0, 1, 2], [2, 0, 1]), KeptWithBest = ["format", "epoch", "learning_rate", "metrics"], BestEpoch = (7, 7), ResumedToTheSameBits = true,
        Full = new(Precision.Float32, 10, 1, 0.5, new Interval(0.4, 0.6)), Reduced = new(Precision.BFloat16, 5, 1, 0.45, new Interval(0.35, 0.55)),
    };

    static Dictionary<string, ClaimCheck> Check(EngineeringFindings found) =>
        EngineeringClaims.Check(Runs.Book(Runs.Original, "38-training-engineering"), found).ToDictionary(check => check.Claim.Id["smart.training.".Length..]);

    [Fact]
    public void What_the_paper_says_is_found_where_the_run_has_it()
    {
        var checks = Check(AsPrinted);
        Assert.All(checks.Values, check => Assert.Equal("yes", check.Measured!.Text));
        Assert.Equal(Verdict.SetAsPrinted, checks["shuffled"].Verdict);
        Assert.All((string[])["kept-with-best", "saved-on-improvement", "resumed"], id => Assert.Equal(Verdict.Counted, checks[id].Verdict));
        Assert.Equal(Verdict.DiffersByDesign, checks["mixed-precision-faster"].Verdict);
        Assert.Contains("BFloat16 5.0 s, Float32 10.0 s", checks["mixed-precision-faster"].Note);
    }

    [Fact]
    public void Every_row_changes_with_the_run()
    {
        var changed = AsPrinted with
        {
            Orders = ([0, 1, 2], [0, 1, 2]), KeptWithBest = ["epoch", "metrics"], BestEpoch = (7, 8), ResumedToTheSameBits = false,
            Reduced = AsPrinted.Reduced with { Seconds = 11, Validation = 0.39 },
        };
        Assert.Equal(6, Check(changed).Count);
        Assert.All(Check(changed).Values, check => Assert.Equal("no", check.Measured!.Text));
    }
}
