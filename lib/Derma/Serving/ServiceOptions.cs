using System.Security.Cryptography.X509Certificates;

namespace Derma.Serving;

/// <summary>How the prediction service runs.</summary>
public sealed record ServiceOptions
{
    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Address to listen on; <c>0.0.0.0</c> lets other machines in.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Requests that may wait for the model; one more is answered 429.</summary>
    public int QueueLength { get; init; } = 16;

    /// <summary>Photos that the model takes at once at most.</summary>
    public int MaxBatch { get; init; } = 4;

    /// <summary>A larger upload is answered 413.</summary>
    public int MaxUploadBytes { get; init; } = 10 << 20;

    /// <summary>An upload that takes longer to arrive is answered 408.</summary>
    public TimeSpan UploadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Photos without metadata and their answers are written here; null keeps nothing.</summary>
    public string? KeepFolder { get; init; }

    /// <summary>How long an answer's report can be fetched; held in memory only.</summary>
    public TimeSpan ReportLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>With it the service speaks TLS.</summary>
    public X509Certificate2? Certificate { get; init; }
}
