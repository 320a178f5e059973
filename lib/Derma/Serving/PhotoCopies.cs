using System.Collections.Concurrent;
using Derma.Charts;
using Derma.Data;

namespace Derma.Serving;

/// <summary>Makes the small upright copies that reports show, one at a time and off the way of the answer.</summary>
sealed class PhotoCopies(int maxWaitingBytes)
{
    readonly SemaphoreSlim turn = new(1);
    readonly ConcurrentDictionary<Task, bool> underWay = new();
    long waitingBytes;

    /// <summary>Starts a copy, does what follows it, and frees the upload.</summary>
    /// <param name="upload">Owned by this from here on.</param>
    /// <param name="then">Makes something of the copy.</param>
    public Task<T> Start<T>(Upload upload, Func<byte[], T> then)
    {
        var bytes = upload.Bytes.Length;
        Interlocked.Add(ref waitingBytes, bytes);
        var copy = Task.Run(async () =>
        {
            try
            {
                return then(await CopyAsync(upload));
            }
            finally
            {
                Interlocked.Add(ref waitingBytes, -bytes);
            }
        });
        underWay[copy] = true;
        copy.ContinueWith(done => underWay.TryRemove(done, out _), TaskScheduler.Default);
        return copy;
    }

    /// <summary>Whether so much waits that answers must wait too.</summary>
    public bool IsBehind => Interlocked.Read(ref waitingBytes) > maxWaitingBytes;

    /// <summary>Ends when all copies are made.</summary>
    public Task AllAsync() => Task.WhenAll(underWay.Keys).ContinueWith(_ => { }, TaskScheduler.Default);

    async Task<byte[]> CopyAsync(Upload upload)
    {
        using (upload)
        {
            await turn.WaitAsync();
            try
            {
                return PhotoCopy.Make(upload.Bytes.Span, PhotoBitmap.PageSize);
            }
            finally
            {
                turn.Release();
            }
        }
    }
}
