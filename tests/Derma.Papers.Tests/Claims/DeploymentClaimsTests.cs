namespace Derma.Papers.Tests;

public class DeploymentClaimsTests
{
    static ClaimBook Book(string notebook) => new(Ledger.SmartDerma, notebook, Runs.Drawings);

    [Fact]
    public void A_time_below_the_papers_bound_on_another_machine_reproduces_nothing()
    {
        var book = Book("41-latency-local");
        Assert.All(DeploymentClaims.CheckLocal(book, p99: 0.2, mean: 0.1, "n = 100."), check =>
            Assert.Equal(check.Claim.Kind == ClaimKind.Option ? Verdict.Reproduced : Verdict.DiffersByDesign, check.Verdict));
        Assert.Contains("n = 100.", book.Checks.Single(check => check.Claim.Id == "smart.table-2.local").Note);
    }

    [Fact]
    public void Without_a_remote_service_the_clouds_bound_is_left_open_with_the_emulated_figure_beside_it()
    {
        var book = Book("42-latency-cloud");
        DeploymentClaims.LeaveCloud(book, "Emulated: mean 0.2 s.");
        Assert.All(book.Checks, check => Assert.Equal((Verdict.NeedsOriginalData, (ClaimValue?)null), (check.Verdict, check.Measured)));
        Assert.All(book.Checks, check => Assert.Contains("Emulated: mean 0.2 s.", check.Note));
    }

    [Fact]
    public void A_remote_service_has_its_figure_beside_the_printed_one_and_is_no_reproduction_of_it()
    {
        var checks = DeploymentClaims.CheckCloud(Book("42-latency-cloud"), p99: 0.9, mean: 0.4, "n = 60.", "Emulated: mean 0.2 s.");
        Assert.Equal([0.9, 0.4], checks.Select(check => check.Measured!.Number!.Value));
        Assert.All(checks, check => Assert.Equal(Verdict.DiffersByDesign, check.Verdict));
    }

    [Fact]
    public void A_claim_that_nothing_could_measure_survives_the_file()
    {
        using var folder = new TestSupport.TemporaryFolder();
        var book = Book("42-latency-cloud");
        DeploymentClaims.LeaveCloud(book, "Emulated: mean 0.2 s.");
        book.Save(folder.File("claims.json"));
        Assert.Equal(book.Checks.AsEnumerable(), ClaimFile.Read(folder.File("claims.json"), Ledger.SmartDerma));
    }

    [Fact]
    public void Two_places_for_one_measurement_cannot_both_be()
    {
        var book = Book("41-latency-local");
        var checks = book.CheckArithmetic().ToDictionary(check => check.Claim.Id);
        Assert.Equal(Verdict.ImpossibleAsPrinted, checks["smart.section-5-3.local-place"].Verdict);
        Assert.Equal(Verdict.Reproduced, checks["smart.section-4-3.local-latency"].Verdict);
    }

    [Fact]
    public void The_text_repeats_the_clouds_bound_three_times() => Assert.Equal(
        [Verdict.Reproduced, Verdict.Reproduced, Verdict.Reproduced], Book("42-latency-cloud").CheckArithmetic().Select(check => check.Verdict));

    [Fact]
    public void Every_row_of_the_walkthrough_is_checked_by_it()
    {
        var book = Book("43-deployment-walkthrough");
        DeploymentClaims.CheckAnswer(book, networks: 3, highest: true, changes: false, features: 3, mobile: true);
        DeploymentClaims.CheckReport(book, parts: 3, recommendations: 3, downloadable: true, agrees: true);
        DeploymentClaims.CheckFinder(book, rightShare: 1, places: 300, "sample directory", vouched: false);
        Assert.Equal(Ledger.SmartDerma.Claims.Where(claim => claim.Notebook == book.Notebook).Select(claim => claim.Id), book.Checks.Select(check => check.Claim.Id));
        Assert.DoesNotContain(book.Checks, check => check.Verdict == Verdict.NotReproduced);
    }
}
