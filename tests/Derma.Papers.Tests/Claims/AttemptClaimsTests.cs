namespace Derma.Papers.Tests;

public class AttemptClaimsTests
{
    static IEnumerable<ClaimCheck> CheckAll() => Enumerable.Range(0, 10).SelectMany(i =>
    {
        var book = Runs.Book(Runs.Drawings, $"{11 + i}-attempt-{i + 1:00}");
        AttemptClaims.Check(book, Attempts.All[i], i == 0 ? null : Attempts.All[i - 1]);
        return book.Checks;
    });

    [Fact]
    public void The_ten_attempts_are_configured_as_printed_but_for_the_rate_that_contradiction_6_decides() => Assert.Equal(
        ["cnn.attempt-04.learning-rate-before"],
        CheckAll().Where(check => check.Claim.Kind != ClaimKind.Arithmetic && check.Verdict != Verdict.Reproduced).Select(check => check.Claim.Id));

    [Fact]
    public void Every_printed_configuration_is_measured()
    {
        var measured = CheckAll().Select(check => check.Claim.Id).ToHashSet();
        var stated = Ledger.CnnReport.Claims.Where(claim =>
            claim.Id.StartsWith("cnn.attempt-") && claim.Kind is (ClaimKind.Structural or ClaimKind.Option));
        Assert.All(stated, claim => Assert.Contains(claim.Id, measured));
    }

    [Fact]
    public void A_changed_attempt_is_not_reproduced()
    {
        var book = Runs.Book(Runs.Drawings, "12-attempt-02");
        AttemptClaims.Check(book, Attempts.Second with { Network = Attempts.Second.Network with { Dropout = 0.5 } }, Attempts.First);
        Assert.Equal("cnn.attempt-02.dropout", Assert.Single(book.Checks, check => check.Verdict == Verdict.NotReproduced).Claim.Id);
    }
}
