namespace Derma.Notebooks.Running;

/// <summary>
/// How a child process ended: its exit code (128 and the signal's number where a signal ended it), the limit of time or bytes for which it
/// was stopped, whether the run was, and what is to be said of threads that would not end after the last cell.
/// </summary>
internal sealed record WorkerEnd(int ExitCode, TimeSpan? TimedOut, long? OverMemory, bool Cancelled, bool Killed, string? Threads)
{
    /// <summary>Whether the run as a whole was stopped, and no limit of the notebook passed.</summary>
    public bool IsStop => Cancelled && TimedOut is null && OverMemory is null;

    /// <summary>Whether the process went down by its own doing.</summary>
    public bool IsFault => OverMemory is not null || (ExitCode != 0 && !Killed);

    /// <param name="lastWords">What the runtime said of an exception that nobody caught.</param>
    public string Sentence(string? lastWords) =>
        TimedOut is { } limit ? FormattableString.Invariant($"ran longer than {limit.TotalSeconds:0.###} s and was stopped")
        : OverMemory is { } most
            ? FormattableString.Invariant($"used more than {most / (double)(1 << 30):0.###} GB of memory and was stopped")
        : Cancelled ? "was stopped"
        : ExitCode > 128 ? $"crashed its process ({SignalName(ExitCode - 128, lastWords)})"
        : $"ended its process with exit code {ExitCode}";

    static string SignalName(int signal, string? lastWords) => signal switch
    {
        6 => "SIGABRT: " + (lastWords ?? "a stack overflow or an abort in native code"),
        9 => "SIGKILL: out of memory, or killed from outside",
        11 => "SIGSEGV: native code used memory that is not its own",
        _ => $"signal {signal}",
    };
}
