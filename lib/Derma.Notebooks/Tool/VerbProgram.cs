using System.CommandLine;

namespace Derma.Notebooks.Tool;

/// <summary>A program of verbs: what goes wrong is one sentence on stderr and an exit code.</summary>
/// <param name="root">Its verbs.</param>
/// <param name="report">What speaks for it.</param>
/// <param name="call">How people call it.</param>
public sealed class VerbProgram(RootCommand root, RunReport report, string call)
{
    /// <summary>After Ctrl-C: cells are given <see cref="Running.RunOptions.StopTime"/> to end, and what they made is then
    /// written.</summary>
    static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    /// <summary>Whether an exception of the program's own is something the person can put right.</summary>
    public Func<Exception, bool> IsMistake { get; init; } = _ => false;

    /// <summary>The verb that listens for signals itself; null for none.</summary>
    public string? OwnSignals { get; init; }

    /// <summary>Parses and runs.</summary>
    /// <returns>What the program returns to the shell.</returns>
    public async Task<int> RunAsync(string[] arguments)
    {
        var parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
        if (parsed.Errors.Count > 0) return Refuse($"{parsed.Errors[0].Message} See '{call} --help'.", ExitCode.Usage);
        TimeSpan? ends = parsed.CommandResult.Command.Name == OwnSignals ? null : patience;
        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ends });
        }
        catch (Exception error) when (error is NotebookException || IsMistake(error))
        {
            return Refuse(error.Message, ExitCode.Usage);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse(error.Message, ExitCode.Failure);
        }
        catch (OperationCanceledException)
        {
            return Refuse("stopped.", ExitCode.Interrupted);
        }
    }

    int Refuse(string sentence, int exitCode)
    {
        report.Say(sentence);
        return exitCode;
    }
}
