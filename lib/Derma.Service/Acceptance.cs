namespace Derma.Service;

/// <summary>Counts the predictions under way, so that a stop can wait for them and refuse new ones.</summary>
sealed class Acceptance
{
    readonly Lock gate = new();
    readonly TaskCompletionSource allDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int underWay;

    public bool Closed { get; private set; }

    /// <exception cref="ServiceProblem">The service is stopping.</exception>
    public void Enter()
    {
        lock (gate)
        {
            if (Closed) throw new ServiceProblem(503, "stopping", "The service is stopping; try again in a moment.") { RetryAfter = TimeSpan.FromSeconds(5) };
            underWay++;
        }
    }

    public void Leave()
    {
        lock (gate)
            if (--underWay == 0 && Closed) allDone.TrySetResult();
    }

    /// <summary>Refuses new ones from now on; ends when the last has left.</summary>
    public Task CloseAsync()
    {
        lock (gate)
        {
            Closed = true;
            if (underWay == 0) allDone.TrySetResult();
            return allDone.Task;
        }
    }
}
