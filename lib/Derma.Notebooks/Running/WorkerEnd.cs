namespace Derma.Notebooks.Running;

/// <summary>How a child process ended: its exit code (128 and the signal's number where a signal ended it), and the limit of time or bytes for which it was stopped.</summary>
internal sealed record WorkerEnd(int ExitCode, TimeSpan? TimedOut, long? OverMemory, bool Cancelled)
{
    public string Sentence => TimedOut is { } limit ? $"ran longer than {limit.TotalSeconds:0.###} s and was stopped"
        : OverMemory is { } most ? FormattableString.Invariant($"used more than {most / (double)(1 << 30):0.###} GB of memory and was stopped")
        : Cancelled ? "was stopped"
        : ExitCode > 128 ? $"crashed its process ({SignalName(ExitCode - 128)})"
        : $"ended its process with exit code {ExitCode}";

    static string SignalName(int signal) => signal switch
    {
        6 => "SIGABRT: a stack overflow or an abort in native code",
        9 => "SIGKILL: out of memory, or killed from outside",
        11 => "SIGSEGV: native code used memory that is not its own",
        _ => $"signal {signal}",
    };
}
