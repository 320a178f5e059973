namespace Derma.Cli;

/// <summary>What the program returns to the shell.</summary>
static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int UnknownNetwork = 3;
    public const int Interrupted = 130;
}
