using System.CommandLine;
using Derma;
using Derma.Cli;
using Derma.Notebooks;

var root = new RootCommand("The Derma Workbook: two dermatology papers re-run, checked and explained. Not for diagnosis.")
{
    RunVerb.Create(),
    TestVerb.Create(),
    SetUp.Create(),
    ListVerb.Create(),
    ConvertVerb.Create(),
    DataVerb.Create(),
    ExportVerb.Create(),
    GoldenVerb.Create(),
    ServeVerb.Create(),
    BenchVerb.Create(),
};

var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine($"workbook: {parsed.Errors[0].Message} See './workbook --help'.");
    return ExitCode.Usage;
}
// The service takes its time to answer what it has accepted, so it listens for signals itself.
var ends = parsed.CommandResult.Command.Name == ServeVerb.Name ? null : new InvocationConfiguration().ProcessTerminationTimeout;
try
{
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ends });
}
catch (Exception error) when (error is UserError or NotebookException)
{
    Console.Error.WriteLine($"workbook: {error.Message}");
    return ExitCode.Usage;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"workbook: {error.Message}");
    return ExitCode.Failure;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("workbook: stopped.");
    return ExitCode.Interrupted;
}

namespace Derma.Cli
{
    /// <summary>What the program returns to the shell.</summary>
    static class ExitCode
    {
        public const int Success = 0, Failure = 1, Usage = 2, UnknownNetwork = 3, Interrupted = 130;
    }
}
