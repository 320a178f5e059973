using System.CommandLine;
using System.Diagnostics;
using System.Xml.Linq;

namespace Derma.Cli;

/// <summary><c>workbook test</c>: every test project, and one closing line with the totals.</summary>
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
        var results = Path.Combine(Repository.Root, "artifacts", "test-results");
        if (Directory.Exists(results)) Directory.Delete(results, recursive: true);
        var exit = await DotnetTestAsync(results, filter, stop);
        var counters = Directory.Exists(results)
            ? Directory.GetFiles(results, "*.trx").Select(file => XDocument.Load(file).Descendants().First(e => e.Name.LocalName == "Counters")).ToList()
            : [];
        int Sum(string name) => counters.Sum(counter => (int)counter.Attribute(name)!);
        var (total, passed, failed) = (Sum("total"), Sum("passed"), Sum("failed"));
        if (total == 0) Console.Error.WriteLine("workbook: no test ran.");
        Console.WriteLine($"{passed} passed, {failed} failed, {total - passed - failed} skipped");
        return exit == 0 && failed == 0 && total > 0 ? ExitCode.Success : ExitCode.Failure;
    }

    static async Task<int> DotnetTestAsync(string results, string? filter, CancellationToken stop)
    {
        List<string> arguments =
        [
            "test", Path.Combine(Repository.Root, "Derma.slnx"), "-c", "Release", "--no-build", "--nologo",
            "--logger", "trx", "--logger", "console;verbosity=minimal", "--results-directory", results,
        ];
        if (filter is not null) arguments.AddRange(["--filter", $"FullyQualifiedName~{filter}"]);
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))
            ?? throw new UserError("'dotnet' could not be started; is the SDK on PATH?");
        await process.WaitForExitAsync(stop);
        return process.ExitCode;
    }
}
