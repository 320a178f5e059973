namespace Derma.Cli.Tests;

public class TestResultsTests
{
    const string Results = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
          <UnitTestResult testName="A.passes" outcome="Passed"><Output><StdOut>printed</StdOut></Output></UnitTestResult>
          <UnitTestResult testName="A.fails" outcome="Failed"><Output><ErrorInfo><Message>no</Message><StackTrace>at A.cs:line 3</StackTrace></ErrorInfo></Output></UnitTestResult>
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
        Assert.Equal([("A.fails", "no\nat A.cs:line 3"), ("A.hangs", "")], results.Failures.Take(2).Select(test => (test.Name, test.Message)));
        Assert.Equal(["The real photos 'x' are not here.", "No luck today.", ""], results.Skipped.Take(3).Select(test => test.Reason));
        Assert.Equal(0, TestResults.Read(folder.File("none")).Total);
    }

    static TestResults With(string inside, string? more = null)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.trx"), $"<TestRun xmlns=\"http://microsoft.com/schemas/VisualStudio/TeamTest/2010\">{inside}</TestRun>");
        if (more is not null) File.WriteAllText(folder.File("b.trx"), more);
        return TestResults.Read(folder.Path);
    }

    const string OnePassed = """
        <Results><UnitTestResult testName="A.passes" outcome="Passed" /></Results>
        <TestDefinitions><UnitTest name="A.passes" storage="/somewhere/release/derma.a.tests.dll"><TestMethod codeBase="C:\there\Derma.A.Tests.dll" /></UnitTest></TestDefinitions>
        """;

    const string Crash = """
        <ResultSummary outcome="Failed"><RunInfos>
          <RunInfo outcome="Warning"><Text>No matter.</Text></RunInfo>
          <RunInfo outcome="Error"><Text>[xUnit.net 00:01:22.13] A.B.fails [FAIL]</Text></RunInfo>
          <RunInfo outcome="Error"><Text>The active test run was aborted.
            Reason: Test host process crashed</Text></RunInfo>
        </RunInfos></ResultSummary>
        """;

    [Fact]
    public void A_crash_of_the_process_that_runs_tests_is_told_with_its_project()
    {
        var results = With(OnePassed + Crash);
        Assert.Equal((1, 0), (results.Passed, results.Failed));
        Assert.Equal("Derma.A.Tests: The active test run was aborted. Reason: Test host process crashed", Assert.Single(results.WhyFailed(1, ["Derma.A.Tests"])));
    }

    [Fact]
    public void A_crash_is_told_beside_failed_tests_too() =>
        Assert.Single(With(OnePassed.Replace("\"Passed\"", "\"Failed\"") + Crash).WhyFailed(1, ["Derma.A.Tests"]));

    [Theory]
    [InlineData("Aborted", "Derma.A.Tests: its run ended as 'Aborted'.")]
    [InlineData("Completed", "'dotnet test' ended with exit code 3 though no test failed; what it printed above says why.")]
    public void A_run_without_a_text_is_told_by_its_outcome_or_by_the_exit_code(string outcome, string told) =>
        Assert.Equal(told, Assert.Single(With($"{OnePassed}<ResultSummary outcome=\"{outcome}\" />").WhyFailed(3, ["Derma.A.Tests"])));

    [Fact]
    public void A_project_without_results_and_a_file_that_breaks_off_are_told() =>
        Assert.Equal(["b.trx: its results cannot be read:", "Derma.B.Tests: it left no results:"], With(OnePassed, "<TestRun><Results>").WhyFailed(1, ["Derma.A.Tests", "Derma.B.Tests"])
            .Select(reason => string.Join(':', reason.Split(':')[..2]) + ":"));

    [Fact]
    public void Where_all_went_well_or_only_tests_failed_there_is_nothing_to_tell()
    {
        Assert.Empty(With(OnePassed).WhyFailed(0, ["Derma.B.Tests"]));
        Assert.Empty(With(OnePassed.Replace("\"Passed\"", "\"Failed\"")).WhyFailed(1, ["Derma.A.Tests"]));
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
