namespace Derma.Service;

/// <summary>Lets as many photos be decoded at once as there are processors, and large ones one by one, so that memory stays bounded.</summary>
sealed class DecodeGate(int atOnce)
{
    /// <summary>From here on a photo counts as large: 64 MB when decoded.</summary>
    const long LargePixels = 16_000_000;

    readonly SemaphoreSlim any = new(atOnce), large = new(1);

    /// <summary>Does the work on the calling request when its turn has come.</summary>
    public async Task<T> RunAsync<T>(long pixels, Func<T> work, CancellationToken cancellation)
    {
        // The narrow gate first: a large photo that waits must not hold a place that small ones could use.
        var narrow = pixels >= LargePixels ? large : null;
        if (narrow is not null) await narrow.WaitAsync(cancellation);
        try
        {
            return await RunAsync(work, cancellation);
        }
        finally
        {
            narrow?.Release();
        }
    }

    async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await any.WaitAsync(cancellation);
        try
        {
            return work();
        }
        finally
        {
            any.Release();
        }
    }
}
