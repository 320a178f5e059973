using System.Xml;
using System.Xml.Linq;

namespace Derma.Cli;

/// <summary>A test that did not run.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Reason">What it gave as the reason; may be empty.</param>
sealed record SkippedTest(string Name, string Reason);

/// <summary>A test that failed or did not end.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Message">What it said, with the lines of the code that said it; may be empty.</param>
sealed record FailedTest(string Name, string Message);

/// <summary>What the test projects' .trx files say.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failures">Tests that failed or did not end.</param>
/// <param name="Skipped">Tests that did not run.</param>
/// <param name="Projects">The projects whose tests are in them.</param>
/// <param name="Faults">What went wrong besides tests, such as a crash of the process that ran them, after the project's name.</param>
sealed record TestResults(
    int Passed, IReadOnlyList<FailedTest> Failures, IReadOnlyList<SkippedTest> Skipped, IReadOnlyList<string> Projects,
    IReadOnlyList<string> Faults)
{
    public int Failed => Failures.Count;

    public int Total => Passed + Failed + Skipped.Count;

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped.Count} skipped";

    /// <summary>Reads every .trx file of a folder; none where the folder is not there.</summary>
    public static TestResults Read(string folder)
    {
        var files = (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.trx") : [])
            .Order(StringComparer.Ordinal).Select(TrxFile.Read).ToList();
        var results = files.SelectMany(file => file.Named("UnitTestResult")).ToList();
        string Outcome(XElement result) => (string?)result.Attribute("outcome") ?? "";
        return new(
            results.Count(result => Outcome(result) == "Passed"),
            [.. results.Where(result => Outcome(result) is not ("Passed" or "NotExecuted")).Select(Failure)],
            [.. results.Where(result => Outcome(result) == "NotExecuted").Select(Skip)],
            [.. files.SelectMany(file => file.Projects).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. files.SelectMany(file => file.Faults)]);
    }

    /// <summary>Why "dotnet test" failed besides tests: what the files say, projects that left none, or only its exit code.</summary>
    /// <param name="exitCode">What it ended with.</param>
    /// <param name="expected">The projects that have tests to run.</param>
    public IReadOnlyList<string> WhyFailed(int exitCode, IEnumerable<string> expected)
    {
        if (exitCode == 0) return [];
        string[] reasons = [.. Faults, .. expected.Except(Projects, StringComparer.OrdinalIgnoreCase)
            .Select(project => $"{project}: it left no results: its process may have crashed before its first test ended.")];
        return reasons.Length > 0 || Failed > 0 ? reasons
            : [$"'dotnet test' ended with exit code {exitCode} though no test failed; what it printed above says why."];
    }

    static FailedTest Failure(XElement result) =>
        new(Name(result), string.Join('\n', new[] { Text(result, "Message"), Text(result, "StackTrace") }.OfType<string>()));

    // Depending on the test framework's version the reason is the error's message or all that was printed.
    static SkippedTest Skip(XElement result) => new(Name(result), Text(result, "Message") ?? Text(result, "StdOut") ?? "");

    static string Name(XElement result) => (string?)result.Attribute("testName") ?? "";

    static string? Text(XElement result, string name) =>
        result.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
}

/// <summary>The .trx file of one test project; one that its writer did not live to end has a fault and nothing else.</summary>
sealed record TrxFile(string Name, XDocument Content, string? Unreadable)
{
    public static TrxFile Read(string file)
    {
        try
        {
            return new(Path.GetFileName(file), XDocument.Load(file), null);
        }
        catch (XmlException problem)
        {
            return new(Path.GetFileName(file), new(), problem.Message);
        }
    }

    /// <summary>The assemblies whose tests it names.</summary>
    public IEnumerable<string> Projects => Named("TestMethod").Attributes("codeBase").Concat(Named("UnitTest").Attributes("storage"))
        .Select(path => Path.GetFileNameWithoutExtension(path.Value.Replace('\\', '/'))).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the file tells of the process that ran the tests, in one line each.</summary>
    public IEnumerable<string> Faults
    {
        get
        {
            var about = Projects.FirstOrDefault() ?? Name;
            if (Unreadable is not null) return [$"{about}: its results cannot be read: {Unreadable}"];
            var texts = Named("RunInfo").Where(info => (string?)info.Attribute("outcome") is "Error" or "Failed" or "Aborted")
                .Select(OneLine).Where(text => text.Length > 0 && !IsOfATest(text)).ToArray();
            var outcome = (string?)Named("ResultSummary").FirstOrDefault()?.Attribute("outcome");
            if (texts.Length == 0 && outcome is "Error" or "Aborted" or "Timeout") texts = [$"its run ended as '{outcome}'."];
            return texts.Select(text => $"{about}: {text}");
        }
    }

    public IEnumerable<XElement> Named(string name) => Content.Descendants().Where(element => element.Name.LocalName == name);

    // xUnit tells of each failed test here too.
    static bool IsOfATest(string text) => text.StartsWith("[xUnit.net", StringComparison.Ordinal)
        && text.EndsWith("[FAIL]", StringComparison.Ordinal);

    static string OneLine(XElement info) => string.Join(' ', info.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>The reasons for which a test may be skipped: a line each, the beginning of the test's message, a bar, and why that is no
/// fault.</summary>
sealed class SkipList
{
    readonly IReadOnlyList<(string Message, string Why)> reasons;

    SkipList(IReadOnlyList<(string, string)> reasons) => this.reasons = reasons;

    /// <exception cref="UserError">A line names no reason.</exception>
    public static SkipList Read(string file) =>
        new([.. File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => Entry(file, line))]);

    /// <summary>Why a test with this message may be skipped; null where it may not.</summary>
    public string? WhyAllowed(string message) =>
        reasons.Where(reason => message.StartsWith(reason.Message, StringComparison.Ordinal)).Select(reason => reason.Why).FirstOrDefault();

    static (string, string) Entry(string file, string line) =>
        line.Split('|', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } message, { Length: > 0 } why]
            ? (message, why) : throw new UserError($"{file}: '{line}' is not a message, a bar and a reason.");
}
