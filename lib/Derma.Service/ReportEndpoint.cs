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
            null => Preferred(context.Request),
            _ => throw new ServiceProblem(400, "bad-parameter", "The parameter 'format' must be pdf or html."),
        };
        var stored = state.Reports.Find(id)
            ?? throw new ServiceProblem(404, "no-report", "There is no such report (any more): reports are held for a few minutes only.");
        var report = await stored.Content.Value.WaitAsync(context.RequestAborted);
        var bytes = await state.Gate.RunAsync(pixels: 0, () => wanted == Pdf ? PdfOf(report) : Encoding.UTF8.GetBytes(parts.WriteHtml(report)), context.RequestAborted);
        return wanted == Pdf ? Results.Bytes(bytes, Pdf, FileName(report)) : Page(bytes, context.Response);
    }

    static string Preferred(HttpRequest request) =>
        request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault()?.MediaType == Html ? Html : Pdf;

    static IResult Page(byte[] html, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = SafeHeaders.Report;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline").ToString();
        return Results.Bytes(html, Html + "; charset=utf-8");
    }

    static string FileName(Report report) => $"derma-report-{report.Id[..8]}.pdf";

    byte[] PdfOf(Report report)
    {
        using var file = new MemoryStream();
        parts.WritePdf(report, file);
        return file.ToArray();
    }
}
