using Microsoft.Extensions.Logging;

namespace Derma.Service;

/// <summary>What all requests share.</summary>
sealed class ServiceState : IAsyncDisposable
{
    // Of all reports' photos together, and of large photos on their way to a report.
    const int HeldBytes = 32 << 20, WaitingBytes = 32 << 20;

    public ServiceState(ServiceParts parts, ServiceOptions options, ILogger log)
    {
        Queue = new PredictionQueue(parts.Model.Predict, options.QueueLength, options.MaxBatch, options.LongestWait, parts.Time, Metrics);
        Copies = new PhotoCopies(maxHeldBytes: HeldBytes / options.MaxReports, maxWaitingBytes: WaitingBytes);
        Reports = new ReportStore(options, parts.Time);
        Keep = options.KeepFolder is { } folder ? new KeepFolder(folder, log) : null;
        Metrics.Watch("derma_queue_depth", "Photos that are being decoded, wait or are in the model.", () => Queue.Depth);
        Metrics.Watch("derma_reports_held", "Reports that can still be fetched.", () => Reports.Count);
    }

    public Acceptance Acceptance { get; } = new();

    public ServiceMetrics Metrics { get; } = new();

    public DecodeGate Gate { get; } = new(Environment.ProcessorCount);

    public PhotoCopies Copies { get; }

    public PredictionQueue Queue { get; }

    public ReportStore Reports { get; }

    public KeepFolder? Keep { get; }

    public async ValueTask DisposeAsync()
    {
        await Queue.DisposeAsync();
        await Copies.AllAsync();
        Reports.Dispose();
    }
}
