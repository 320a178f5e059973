using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Derma.Service;

/// <summary>How the prediction service runs.</summary>
public sealed record ServiceOptions
{
    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Address to listen on; <c>0.0.0.0</c> lets other machines in.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>
    /// Photos under way at most: being decoded, waiting or in the model; one more is answered 429. So none waits longer than they take.
    /// </summary>
    public int QueueLength { get; init; } = 16;

    /// <summary>
    /// Where the photos under way take longer than this, by the runs so far, one more is answered 429 even if the queue has room: the
    /// paper's answers come in less than a second (Smart Derma, Table 2), also where the machine is slower today than yesterday; the rest
    /// of the second is for the photo's own batch, a slower moment and the way. One batch may always wait.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(0.6);

    /// <summary>Photos that the model takes at once at most.</summary>
    public int MaxBatch { get; init; } = 4;

    /// <summary>A larger upload is answered 413.</summary>
    public int MaxUploadBytes { get; init; } = 10 << 20;

    /// <summary>A photo whose header claims more pixels is answered 413; what a decoder takes grows with them.</summary>
    public long MaxPixels { get; init; } = 50_000_000;

    /// <summary>An upload that takes longer to arrive is answered 408.</summary>
    public TimeSpan UploadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Requests to <c>/api</c> that one client may send a minute, after as many at once; one more is answered 429. 0 sets no limit.
    /// A client is an address, or a network of 2^64 addresses of IPv6; programs on this machine are not counted.
    /// </summary>
    public int RequestsAMinute { get; init; } = 120;

    /// <summary>
    /// Reverse proxies whose <c>X-Forwarded-For</c> is believed when it names the client; those on this machine always are.
    /// </summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Photos without metadata and their answers are written here; null keeps nothing.</summary>
    public string? KeepFolder { get; init; }

    /// <summary>How long an answer's report can be fetched; held in memory only.</summary>
    public TimeSpan ReportLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Reports that are held at most; the oldest goes first.</summary>
    public int MaxReports { get; init; } = 64;

    /// <summary>With it the service speaks TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Gets one line a request, without image, location, query or file name; null logs nothing.</summary>
    public ILoggerFactory? Log { get; init; }

    /// <summary>The address to listen on.</summary>
    /// <exception cref="UserError">It is none.</exception>
    internal IPAddress ListenOn() => Host == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(Host, out var address) ? address
        : throw new UserError(
            $"The host is '{Host}' but must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.");

    /// <exception cref="UserError">An option is out of range.</exception>
    internal void Check()
    {
        _ = ListenOn();
        OptionCheck.Require(Port is >= 0 and <= ushort.MaxValue, nameof(Port), Port, "0 (any free one) to 65535");
        OptionCheck.Require(QueueLength > 0, nameof(QueueLength), QueueLength, "at least 1");
        OptionCheck.Require(LongestWait > TimeSpan.Zero, nameof(LongestWait), LongestWait, "more than 0");
        OptionCheck.Require(MaxBatch > 0, nameof(MaxBatch), MaxBatch, "at least 1");
        OptionCheck.Require(MaxUploadBytes is > 0 and <= 256 << 20, nameof(MaxUploadBytes), MaxUploadBytes, "1 byte to 256 MB");
        OptionCheck.Require(MaxPixels > 0, nameof(MaxPixels), MaxPixels, "at least 1");
        OptionCheck.Require(UploadTimeout > TimeSpan.Zero, nameof(UploadTimeout), UploadTimeout, "more than 0");
        OptionCheck.Require(RequestsAMinute >= 0, nameof(RequestsAMinute), RequestsAMinute, "at least 1, or 0 for no limit");
        OptionCheck.Require(ReportLifetime > TimeSpan.Zero, nameof(ReportLifetime), ReportLifetime, "more than 0");
        OptionCheck.Require(MaxReports > 0, nameof(MaxReports), MaxReports, "at least 1");
    }
}
