using Microsoft.Extensions.Hosting;

namespace Derma.Service;

/// <summary>Leaves Ctrl-C and SIGTERM to whoever started the service: in a notebook they are the kernel's.</summary>
sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
