using System.Xml.Linq;

namespace Derma.Cli;

/// <summary>A test that did not run.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Reason">What it gave as the reason; may be empty.</param>
sealed record SkippedTest(string Name, string Reason);

/// <summary>What the test projects' .trx files say.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed or did not end.</param>
/// <param name="Skipped">Tests that did not run.</param>
sealed record TestResults(int Passed, int Failed, IReadOnlyList<SkippedTest> Skipped)
{
    public int Total => Passed + Failed + Skipped.Count;

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped.Count} skipped";

    /// <summary>Reads every .trx file of a folder; none where the folder is not there.</summary>
    public static TestResults Read(string folder)
    {
        var results = (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.trx") : [])
            .SelectMany(file => XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "UnitTestResult")).ToList();
        string Outcome(XElement result) => (string?)result.Attribute("outcome") ?? "";
        return new(
            results.Count(result => Outcome(result) == "Passed"),
            results.Count(result => Outcome(result) is not ("Passed" or "NotExecuted")),
            [.. results.Where(result => Outcome(result) == "NotExecuted").Select(Skip)]);
    }

    // Depending on the test framework's version the reason is the error's message or all that was printed.
    static SkippedTest Skip(XElement result)
    {
        string? Text(string name) => result.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
        return new((string?)result.Attribute("testName") ?? "", Text("Message") ?? Text("StdOut") ?? "");
    }
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
