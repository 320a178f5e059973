using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Derma.Service;

/// <summary><c>GET /api/predictions/{id}/report</c>: a report as PDF, or as a page.</summary>
sealed class ReportEndpoint(ServiceParts parts, ServiceState state)
{
    const string Pdf = "application/pdf", Html = "text/html";

    public async Task<IResult> GetAsync(string id, string? format, HttpContext context)
    {
        var wanted = format switch
        {
            "pdf" => Pdf,
            "html" => Html,
            null => context.Request.Prefers(Html) ? Html : Pdf,
            _ => throw new ServiceProblem(400, "bad-parameter", "The parameter 'format' must be pdf or html."),
        };
        var stored = state.Reports.Find(id)
            ?? throw new ServiceProblem(404, "no-report", "There is no such report (any more): reports are held for a few minutes only.");
        var report = await stored.Content.Value.WaitAsync(context.RequestAborted);
        var bytes = await state.Gate.RunAsync(
            pixels: 0, () => wanted == Pdf ? parts.WritePdf(report) : Encoding.UTF8.GetBytes(parts.WriteHtml(report)),
            context.RequestAborted);
        return wanted == Pdf ? Results.Bytes(bytes, Pdf, FileName(report)) : Page(bytes, context.Response);
    }

    static IResult Page(byte[] html, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = SafeHeaders.Report;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline").ToString();
        return Results.Bytes(html, Html + "; charset=utf-8");
    }

    static string FileName(Report report) => $"derma-report-{report.Id[..8]}.pdf";
}

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

/// <summary>A report that can still be fetched.</summary>
/// <param name="Id">The prediction's id.</param>
/// <param name="Until">Gone from then on.</param>
/// <param name="Content">Ready when the photo's small copy is, which may not begin before somebody asks.</param>
sealed record StoredReport(string Id, DateTimeOffset Until, Lazy<Task<Report>> Content);
