namespace Derma.Service;

/// <summary>The newest reports, in memory alone, each for its lifetime.</summary>
sealed class ReportStore : IDisposable
{
    readonly Lock gate = new();
    readonly Queue<StoredReport> byAge = new();
    readonly Dictionary<string, StoredReport> byId = new(StringComparer.Ordinal);
    readonly int limit;
    readonly TimeProvider time;
    readonly ITimer sweep;

    public ReportStore(ServiceOptions options, TimeProvider time)
    {
        (limit, this.time) = (options.MaxReports, time);
        // Nobody may ask for it again: what is past its time goes all the same.
        sweep = time.CreateTimer(_ => Sweep(), null, options.ReportLifetime, options.ReportLifetime / 10);
    }

    public void Add(StoredReport report)
    {
        lock (gate)
        {
            if (byAge.Count == limit) Forget();
            byAge.Enqueue(report);
            byId.Add(report.Id, report);
        }
    }

    /// <summary>A report, or null where it never was or is gone.</summary>
    public StoredReport? Find(string id)
    {
        lock (gate) return byId.TryGetValue(id, out var report) && report.Until > time.GetUtcNow() ? report : null;
    }

    /// <summary>Reports that are held.</summary>
    public int Count
    {
        get
        {
            lock (gate) return byAge.Count;
        }
    }

    public void Dispose() => sweep.Dispose();

    void Sweep()
    {
        lock (gate)
            while (byAge.TryPeek(out var oldest) && oldest.Until <= time.GetUtcNow()) Forget();
    }

    void Forget() => byId.Remove(byAge.Dequeue().Id);
}
