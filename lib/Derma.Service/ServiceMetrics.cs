using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Derma.Service;

/// <summary>Where the time of one prediction went.</summary>
/// <param name="Decode">Decoding and judging the photo.</param>
/// <param name="Queue">Waiting for the model.</param>
/// <param name="Model">The run of the model.</param>
/// <param name="Total">From the request's headers to its answer, upload and waiting included.</param>
readonly record struct AnswerTimes(TimeSpan Decode, TimeSpan Queue, TimeSpan Model, TimeSpan Total)
{
    /// <summary>Value of the <c>Server-Timing</c> header, in milliseconds.</summary>
    public string Header => $"{Part("decode", Decode)}, {Part("queue", Queue)}, {Part("model", Model)}, {Part("total", Total)}";

    static string Part(string name, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{name};dur={time.TotalMilliseconds:0.###}");
}

/// <summary>What <c>/metrics</c> tells about one service.</summary>
sealed class ServiceMetrics : IDisposable
{
    static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10] };

    static readonly InstrumentAdvice<int> Photos = new() { HistogramBucketBoundaries = [1, 2, 3, 4, 6, 8, 12, 16, 32] };

    readonly Meter meter = new("Derma.Service");
    readonly Counter<long> requests;
    readonly Histogram<int> batchSize;
    readonly Histogram<double> decode, queue, model, total;

    public ServiceMetrics()
    {
        requests = meter.CreateCounter<long>("derma_requests_total", null, "Requests answered, by route pattern and status.");
        batchSize = meter.CreateHistogram("derma_batch_size", null, "Photos in one run of the model.", tags: null, Photos);
        decode = Time("decode", "Decoding and judging a photo, without waiting for a turn.");
        queue = Time("queue", "From the decoded photo to the start of the model.");
        model = Time("model", "One run of the model, whatever its batch.");
        total = Time("total", "A prediction, from the request's headers to its answer.");
        Watch("process_resident_memory_bytes", "Memory of this process that is in RAM.", () => Environment.WorkingSet);
    }

    public void RequestDone(string route, int status) =>
        requests.Add(1, new("route", route), new("status", status.ToString(CultureInfo.InvariantCulture)));

    public void BatchDone(int photos, TimeSpan took)
    {
        batchSize.Record(photos);
        model.Record(took.TotalSeconds);
    }

    public void Answered(AnswerTimes times)
    {
        decode.Record(times.Decode.TotalSeconds);
        queue.Record(times.Queue.TotalSeconds);
        total.Record(times.Total.TotalSeconds);
    }

    /// <summary>Adds a number that is looked up when somebody asks.</summary>
    public void Watch(string name, string about, Func<double> value) => meter.CreateObservableGauge(name, value, unit: null, about);

    /// <summary>Lets a web application answer with these numbers, under exactly these names.</summary>
    public void Export(IServiceCollection services) => services.AddOpenTelemetry().WithMetrics(metrics => metrics
        .AddMeter(meter.Name)
        // Meters are found by name in the whole process; another service in it has numbers of its own.
        .AddView(instrument => instrument.Meter == meter ? null : MetricStreamConfiguration.Drop)
        .AddPrometheusExporter(text =>
        {
            text.TranslationStrategy = PrometheusAspNetCoreTranslationStrategy.UnderscoreEscapingWithoutSuffixes;
            (text.ScopeInfoEnabled, text.TargetInfoEnabled, text.ScrapeResponseCacheDurationMilliseconds) = (false, false, 0);
        }));

    public void Dispose() => meter.Dispose();

    Histogram<double> Time(string part, string about) => meter.CreateHistogram($"derma_{part}_seconds", null, about, tags: null, Seconds);
}
