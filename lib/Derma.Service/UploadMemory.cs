namespace Derma.Service;

/// <summary>Bytes that all uploads under way may hold together.</summary>
sealed class UploadMemory(long limit)
{
    long held;

    /// <exception cref="ServiceProblem">There is no room now.</exception>
    public void Take(long bytes)
    {
        if (Interlocked.Add(ref held, bytes) <= limit) return;
        Return(bytes);
        throw new ServiceProblem(429, "busy", "Too many uploads are under way; try again in a moment.") { RetryAfter = TimeSpan.FromSeconds(1) };
    }

    public void Return(long bytes) => Interlocked.Add(ref held, -bytes);
}
