using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Derma.Service;

/// <summary>Makes the small upright copies that reports show, one at a time and off the way of the answer.</summary>
/// <param name="maxHeldBytes">A smaller upload is held as it came until somebody asks for its report: few do, and the cores have other
/// photos to answer.</param>
/// <param name="maxWaitingBytes">Larger uploads that wait for their copy at most.</param>
sealed class PhotoCopies(int maxHeldBytes, int maxWaitingBytes)
{
    readonly SemaphoreSlim turn = new(1);
    readonly ConcurrentDictionary<Task, bool> underWay = new();
    long waitingBytes;

    /// <summary>Whether an upload may wait until its copy is asked for.</summary>
    public bool CanHold(Upload upload) => upload.Bytes.Length <= maxHeldBytes;

    /// <summary>Whether so much waits that answers must wait too.</summary>
    public bool IsBehind => Interlocked.Read(ref waitingBytes) > maxWaitingBytes;

    /// <summary>Holds the bytes of an upload, and copies the photo when somebody asks.</summary>
    /// <param name="upload">Stays the caller's.</param>
    /// <param name="then">Makes something of the copy.</param>
    public Lazy<Task<T>> WhenAsked<T>(Upload upload, Func<byte[], T> then)
    {
        var bytes = upload.Bytes.ToArray();
        return new(() => Track(CopyAsync(bytes, then)));
    }

    /// <summary>Starts a copy, does what follows it, and frees the upload.</summary>
    /// <param name="upload">Owned by this from here on.</param>
    /// <param name="then">Makes something of the copy.</param>
    public Task<T> Start<T>(Upload upload, Func<byte[], T> then)
    {
        var bytes = upload.Bytes.Length;
        Interlocked.Add(ref waitingBytes, bytes);
        return Track(Task.Run(async () =>
        {
            try
            {
                using (upload) return await CopyAsync(upload.Bytes, then);
            }
            finally
            {
                Interlocked.Add(ref waitingBytes, -bytes);
            }
        }));
    }

    /// <summary>Ends when all copies are made that were begun.</summary>
    public Task AllAsync() => Task.WhenAll(underWay.Keys).ContinueWith(_ => { }, TaskScheduler.Default);

    Task<T> Track<T>(Task<T> copy)
    {
        underWay[copy] = true;
        copy.ContinueWith(done => underWay.TryRemove(done, out _), TaskScheduler.Default);
        return copy;
    }

    async Task<T> CopyAsync<T>(ReadOnlyMemory<byte> photo, Func<byte[], T> then)
    {
        await turn.WaitAsync();
        try
        {
            return then(UprightPhoto.Read(photo).Encode());
        }
        finally
        {
            turn.Release();
        }
    }
}

/// <summary>Where <c>--keep</c> puts photos without metadata and their answers.</summary>
sealed class KeepFolder(string path, ILogger log)
{
    static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes both files. A full disk is the operator's trouble, not that of the one who asked: it is logged.</summary>
    public void Write(PredictionBody answer, byte[] photo)
    {
        try
        {
            var name = Path.Combine(path, answer.Time.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + "-" + answer.Id);
            AtomicFile.Write(name + ".jpg", stream => stream.Write(photo));
            AtomicFile.Write(name + ".json", stream => JsonSerializer.Serialize(stream, answer, Indented));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.LogError("An answer could not be kept: {Message}", error.Message);
        }
    }
}
