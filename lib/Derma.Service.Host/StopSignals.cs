using System.Runtime.InteropServices;

namespace Derma.Service.Host;

/// <summary>The first Ctrl-C or SIGTERM asks for a stop; the second ends the process at once, as if nobody listened.</summary>
sealed class StopSignals : IDisposable
{
    readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly PosixSignalRegistration interrupt, terminate;

    public StopSignals()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    /// <summary>Ends at the first.</summary>
    public Task First => first.Task;

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
    }

    void Handle(PosixSignalContext signal) => signal.Cancel = first.TrySetResult();
}
