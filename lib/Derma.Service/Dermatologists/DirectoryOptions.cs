namespace Derma.Service;

/// <summary>How a directory on the network is asked.</summary>
public abstract record DirectoryOptions
{
    /// <summary>Time for one request and its whole answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause before the one retry after 429, a 5xx answer or a broken connection, where the server names none.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);
}
