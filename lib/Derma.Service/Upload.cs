using System.Buffers;

namespace Derma.Service;

/// <summary>The bytes of an upload in borrowed memory that grows with what has arrived, not with what was announced.</summary>
sealed class Upload(int limit, UploadMemory memory) : IDisposable
{
    const int FirstBytes = 64 << 10;

    byte[] buffer = [];
    int length, taken;

    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="ServiceProblem">There is more than the limit, or no room now.</exception>
    public async Task ReadAsync(Stream source, CancellationToken cancellation)
    {
        while (true)
        {
            if (length > limit) throw TooLarge(limit);
            if (length == buffer.Length) Grow();
            var read = await source.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0) return;
            length += read;
        }
    }

    /// <summary>Hands the bytes to a new owner; this one is empty from then on.</summary>
    public Upload Detach()
    {
        var detached = new Upload(limit, memory) { buffer = buffer, length = length, taken = taken };
        (buffer, length, taken) = ([], 0, 0);
        return detached;
    }

    /// <summary>Gives the memory back, wiped.</summary>
    public void Dispose()
    {
        Return();
        (buffer, length, taken) = ([], 0, 0);
    }

    public static ServiceProblem TooLarge(int limit) => new(413, "too-large", FormattableString.Invariant($"The upload is larger than {limit / (1024.0 * 1024):0.##} MB."));

    void Grow()
    {
        var wanted = Math.Max(FirstBytes, buffer.Length * 2);
        memory.Take(wanted);
        var larger = ArrayPool<byte>.Shared.Rent(wanted);
        buffer.AsSpan(0, length).CopyTo(larger);
        Return();
        (buffer, taken) = (larger, wanted);
    }

    void Return()
    {
        if (buffer.Length == 0) return;
        buffer.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
        memory.Return(taken);
    }
}
