using System.CommandLine;
using System.Diagnostics;

namespace Derma.Cli;

/// <summary><c>workbook test</c>: every test project, what was skipped and why, and one closing line with the totals.</summary>
static class TestVerb
{
    public static Command Create()
    {
        var filter = new Option<string?>("--filter") { Description = "Run only tests whose full name holds this text." };
        var install = SetUp.Install();
        var command = new Command("test", "Run all tests.") { filter, install };
        command.SetAction((parsed, stop) =>
        {
            SetUp.ForTests(parsed.GetValue(install));
            return RunAsync(parsed.GetValue(filter), stop);
        });
        return command;
    }

    static async Task<int> RunAsync(string? filter, CancellationToken stop)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "test-results");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var exit = await DotnetTestAsync(folder, filter, stop);
        var results = TestResults.Read(folder);
        var notAllowed = Report(results, SkipList.Read(Path.Combine(Repository.Root, "tests", "skips.txt")));
        foreach (var test in results.Failures) Console.Error.WriteLine($"Failed: {test.Name}\n  {test.Message.ReplaceLineEndings("\n  ")}");
        foreach (var reason in results.WhyFailed(exit, filter is null ? Projects() : [])) Console.Error.WriteLine($"workbook: {reason}");
        Console.WriteLine(results);
        return exit == 0 && results.Failed == 0 && results.Total > 0 && notAllowed == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>The projects that have tests. Under a filter each may have none.</summary>
    static IEnumerable<string> Projects() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>Says what was skipped and why, and returns how many tests were skipped without a reason that is listed.</summary>
    static int Report(TestResults results, SkipList allowed)
    {
        if (results.Total == 0) Console.Error.WriteLine("workbook: no test ran.");
        var notAllowed = 0;
        foreach (var reason in results.Skipped.GroupBy(test => test.Reason).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var why = allowed.WhyAllowed(reason.Key);
            if (why is null) notAllowed += reason.Count();
            Console.WriteLine($"Skipped, {reason.Count()}: {(reason.Key == "" ? "no reason given" : reason.Key)} "
                + $"({why ?? "not allowed by tests/skips.txt"})");
            foreach (var test in reason) Console.WriteLine($"  {test.Name}");
        }
        if (notAllowed > 0)
            Console.Error.WriteLine($"workbook: {notAllowed} tests were skipped for reasons that tests/skips.txt does not list.");
        return notAllowed;
    }

    static async Task<int> DotnetTestAsync(string results, string? filter, CancellationToken stop)
    {
        // One project after the other: beside another's trainings, a browser or a child process may wait for its turn longer than a test
        // does.
        List<string> arguments =
        [
            "test", "-m:1", Path.Combine(Repository.Root, "Derma.slnx"), "-c", "Release", "--no-build", "--nologo",
            "--logger", "trx", "--logger", "console;verbosity=minimal", "--results-directory", results,
        ];
        if (filter is not null) arguments.AddRange(["--filter", $"FullyQualifiedName~{filter}"]);
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))
            ?? throw new UserError("'dotnet' could not be started; is the SDK on PATH?");
        await process.WaitForExitAsync(stop);
        return process.ExitCode;
    }
}
