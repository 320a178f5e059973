using Microsoft.Extensions.Logging;

namespace Derma.Service;

/// <summary>What the service puts together; tests bring their own.</summary>
/// <param name="Model">Who answers.</param>
/// <param name="Directory">Who finds dermatologists.</param>
sealed record ServiceParts(ServedModel Model, IDermatologistDirectory Directory)
{
    /// <summary>Towns by what a person typed.</summary>
    public Func<string, IReadOnlyList<Place>> Places { get; init; } = text => Service.Places.Default.Find(text);

    /// <summary>The text about a class, or null.</summary>
    public Func<string, ConditionText?> Conditions { get; init; } = label => ConditionTexts.Default.Find(label);

    /// <summary>A report as PDF.</summary>
    public Func<Report, byte[]> WritePdf { get; init; } = PdfReport.Of;

    /// <summary>A report as a page.</summary>
    public Func<Report, string> WriteHtml { get; init; } = HtmlReport.Of;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>
/// The two steps of a model that the service needs, in two delegates, so that its own behaviour can be tested without one.
/// </summary>
/// <param name="Info">What the model says of itself.</param>
/// <param name="Prepare">Decodes a photo; called by several threads at once.</param>
/// <param name="Predict">Answers prepared photos; called by one thread.</param>
sealed record ServedModel(
    ModelInfo Info, Func<ReadOnlyMemory<byte>, PreparedPhoto> Prepare, Func<IReadOnlyList<PreparedPhoto>, IReadOnlyList<Answer>> Predict)
{
    public static ServedModel Of(Predictor predictor) => new(predictor.Info, predictor.Prepare, predictor.Predict);
}

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
        Metrics.Dispose();
    }
}

/// <summary>Counts the predictions under way, so that a stop can wait for them and refuse new ones.</summary>
sealed class Acceptance
{
    readonly Lock gate = new();
    readonly TaskCompletionSource allDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int underWay;

    public bool Closed { get; private set; }

    /// <exception cref="ServiceProblem">The service is stopping.</exception>
    public void Enter()
    {
        lock (gate)
        {
            if (Closed) throw Stopping();
            underWay++;
        }
    }

    static ServiceProblem Stopping() =>
        new(503, "stopping", "The service is stopping; try again in a moment.") { RetryAfter = TimeSpan.FromSeconds(5) };

    public void Leave()
    {
        lock (gate)
            if (--underWay == 0 && Closed) allDone.TrySetResult();
    }

    /// <summary>Refuses new ones from now on; ends when the last has left.</summary>
    public Task CloseAsync()
    {
        lock (gate)
        {
            Closed = true;
            if (underWay == 0) allDone.TrySetResult();
            return allDone.Task;
        }
    }
}
