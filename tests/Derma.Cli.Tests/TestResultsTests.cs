namespace Derma.Cli.Tests;

public class TestResultsTests
{
    const string Results = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
          <UnitTestResult testName="A.passes" outcome="Passed"><Output><StdOut>printed</StdOut></Output></UnitTestResult>
          <UnitTestResult testName="A.fails" outcome="Failed"><Output><ErrorInfo><Message>no</Message></ErrorInfo></Output></UnitTestResult>
          <UnitTestResult testName="A.hangs" outcome="Timeout" />
          <UnitTestResult testName="A.needs_photos" outcome="NotExecuted"><Output><StdOut>The real photos 'x' are not here.</StdOut></Output></UnitTestResult>
          <UnitTestResult testName="A.needs_luck" outcome="NotExecuted"><Output><ErrorInfo><Message>No luck today.</Message></ErrorInfo></Output></UnitTestResult>
          <UnitTestResult testName="A.says_nothing" outcome="NotExecuted" />
        </Results></TestRun>
        """;

    [Fact]
    public void Results_of_all_projects_add_up_and_skips_keep_their_reasons()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.trx"), Results);
        File.WriteAllText(folder.File("b.trx"), Results);
        var results = TestResults.Read(folder.Path);
        Assert.Equal("2 passed, 4 failed, 6 skipped", results.ToString());
        Assert.Equal(["The real photos 'x' are not here.", "No luck today.", ""], results.Skipped.Take(3).Select(test => test.Reason));
        Assert.Equal(0, TestResults.Read(folder.File("none")).Total);
    }

    [Theory]
    [InlineData("The real photos 'ham10000-7' are not here.", true)]
    [InlineData("No luck today.", false)]
    [InlineData("", false)]
    public void Only_a_listed_reason_lets_a_test_be_skipped(string message, bool allowed) =>
        Assert.Equal(allowed, SkipList.Read(Path.Combine(RepositoryPaths.Root, "tests", "skips.txt")).WhyAllowed(message) is not null);

    [Fact]
    public void A_line_without_a_reason_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("skips.txt"), "# why\n\nNo luck |\n");
        Assert.Contains("No luck", Assert.Throws<UserError>(() => SkipList.Read(folder.File("skips.txt"))).Message);
    }
}
