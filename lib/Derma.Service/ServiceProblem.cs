namespace Derma.Service;

/// <summary>A request that is answered with problem details (RFC 9457).</summary>
/// <param name="status">HTTP status, 400 to 599.</param>
/// <param name="code">For programs, in words with hyphens.</param>
/// <param name="detail">One sentence for the person who asked.</param>
sealed class ServiceProblem(int status, string code, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>When to come back; null where coming back does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
