using System.Globalization;
using Prometheus;

namespace Derma.Service;

/// <summary>What <c>/metrics</c> tells, in a registry of this service's own.</summary>
sealed class ServiceMetrics
{
    static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10];

    readonly CollectorRegistry registry = Metrics.NewCustomRegistry();
    readonly Counter requests;
    readonly Histogram batchSize, decode, queue, model, total;

    public ServiceMetrics()
    {
        var factory = Metrics.WithCustomRegistry(registry);
        requests = factory.CreateCounter("derma_requests_total", "Requests answered, by route pattern and status.", "route", "status");
        batchSize = factory.CreateHistogram("derma_batch_size", "Photos in one run of the model.", new HistogramConfiguration { Buckets = [1, 2, 3, 4, 6, 8, 12, 16, 32] });
        decode = Time(factory, "decode", "Decoding and judging a photo, without waiting for a turn.");
        queue = Time(factory, "queue", "From the decoded photo to the start of the model.");
        model = Time(factory, "model", "One run of the model, whatever its batch.");
        total = Time(factory, "total", "A prediction, from the request's headers to its answer.");
        var memory = factory.CreateGauge("process_resident_memory_bytes", "Memory of this process that is in RAM.");
        registry.AddBeforeCollectCallback(() => memory.Set(Environment.WorkingSet));
    }

    public void RequestDone(string route, int status) => requests.WithLabels(route, status.ToString(CultureInfo.InvariantCulture)).Inc();

    public void BatchDone(int photos, TimeSpan took)
    {
        batchSize.Observe(photos);
        model.Observe(took.TotalSeconds);
    }

    public void Answered(AnswerTimes times)
    {
        decode.Observe(times.Decode.TotalSeconds);
        queue.Observe(times.Queue.TotalSeconds);
        total.Observe(times.Total.TotalSeconds);
    }

    /// <summary>Adds a number that is looked up when somebody asks.</summary>
    public void Watch(string name, string about, Func<double> value)
    {
        var gauge = Metrics.WithCustomRegistry(registry).CreateGauge(name, about);
        registry.AddBeforeCollectCallback(() => gauge.Set(value()));
    }

    /// <summary>Writes the Prometheus text format.</summary>
    public Task WriteAsync(Stream target, CancellationToken cancellation) => registry.CollectAndExportAsTextAsync(target, cancellation);

    static Histogram Time(MetricFactory factory, string part, string about) =>
        factory.CreateHistogram($"derma_{part}_seconds", about, new HistogramConfiguration { Buckets = Seconds });
}
