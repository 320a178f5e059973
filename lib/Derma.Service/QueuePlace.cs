namespace Derma.Service;

/// <summary>A place in the queue: given back on disposal, unless the photo has taken it over.</summary>
sealed class QueuePlace(SemaphoreSlim places) : IDisposable
{
    bool held = true;

    /// <summary>From now on the queue gives it back, when the photo is answered or dropped.</summary>
    public void HandOver() => held = false;

    public void Dispose()
    {
        if (held) places.Release();
        held = false;
    }
}
