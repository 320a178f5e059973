using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Derma.Service;

/// <summary><c>POST /api/predictions</c>: reads, decodes, queues, answers.</summary>
sealed class PredictionEndpoint(ServiceParts parts, ServiceOptions options, ServiceState state)
{
    readonly UploadReader reader = new(options);
    readonly TimeProvider time = parts.Time;

    public async Task<PredictionBody> AnswerAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        state.Acceptance.Enter();
        try
        {
            using var upload = await reader.ReadAsync(context.Request, context.RequestAborted);
            return await AnswerAsync(context, upload, start);
        }
        finally
        {
            state.Acceptance.Leave();
        }
    }

    async Task<PredictionBody> AnswerAsync(HttpContext context, Upload upload, long start)
    {
        var (answer, times) = await PredictAsync(upload, start, context.RequestAborted);
        var report = new Report(NewId(), time.GetUtcNow(), default, answer, parts.Model.Info, parts.Conditions(answer.Best.Label));
        var body = PredictionBody.Of(report, times);
        await StoreAsync(upload, report, body);
        state.Metrics.Answered(times);
        context.Response.Headers["Server-Timing"] = times.Header;
        return body;
    }

    async Task StoreAsync(Upload upload, Report report, PredictionBody body)
    {
        var atOnce = state.Keep is not null || !state.Copies.CanHold(upload);
        var content = atOnce
            ? new Lazy<Task<Report>>(state.Copies.Start(upload.Detach(), photo => Kept(report with { Photo = photo }, body)))
            : state.Copies.WhenAsked(upload, photo => report with { Photo = photo });
        state.Reports.Add(new StoredReport(report.Id, report.Time + options.ReportLifetime, content));
        if (atOnce && state.Copies.IsBehind) await content.Value;
    }

    async Task<(Answer Answer, AnswerTimes Times)> PredictAsync(Upload upload, long start, CancellationToken gone)
    {
        using var place = state.Queue.TryEnter()
            ?? throw new ServiceProblem(429, "busy", "The service is busy; try again in a moment.") { RetryAfter = state.Queue.Backlog };
        var (photo, decode) = await state.Gate.RunAsync(Pixels(upload), () => Decode(upload), gone);
        var queued = await state.Queue.AnswerAsync(place, photo, gone);
        return (queued.Answer, new AnswerTimes(decode, queued.Queue, queued.Model, time.GetElapsedTime(start)));
    }

    /// <summary>What the header claims; 0 where it is none, which decoding will say.</summary>
    /// <exception cref="PhotoError">It is more than this service decodes.</exception>
    long Pixels(Upload upload)
    {
        if (!OpenedPhoto.TryOpen(upload.Bytes, out var photo, out _)) return 0;
        using (photo)
        {
            var pixels = (long)photo.Width * photo.Height;
            return pixels <= options.MaxPixels ? pixels
                : throw new PhotoError("too-many-pixels",
                    $"The photo claims {photo.Width} x {photo.Height} pixels, more than this service decodes; send a smaller copy.");
        }
    }

    (PreparedPhoto Photo, TimeSpan Took) Decode(Upload upload)
    {
        var start = time.GetTimestamp();
        try
        {
            return (parts.Model.Prepare(upload.Bytes), time.GetElapsedTime(start));
        }
        catch (PhotoError error) when (error.Code == "not-a-photo" && PictureKind.Of(upload.Bytes.Span) is { } kind)
        {
            throw new PhotoError(error.Code, $"The photo is {kind} file, not a JPEG or PNG picture; send a JPEG or PNG photo.");
        }
    }

    Report Kept(Report report, PredictionBody body)
    {
        state.Keep?.Write(body, report.Photo.ToArray());
        return report;
    }

    static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

/// <summary>
/// Lets as many photos be decoded at once as there are processors, and large ones one by one, so that memory stays bounded.
/// </summary>
/// <param name="atOnce">Photos that are decoded at once at most.</param>
sealed class DecodeGate(int atOnce)
{
    /// <summary>From here on a photo counts as large: 64 MB when decoded.</summary>
    const long LargePixels = 16_000_000;

    readonly SemaphoreSlim any = new(atOnce), large = new(1);

    /// <summary>Does the work on the calling request when its turn has come.</summary>
    public async Task<T> RunAsync<T>(long pixels, Func<T> work, CancellationToken cancellation)
    {
        // The narrow gate first: a large photo that waits must not hold a place that small ones could use.
        var narrow = pixels >= LargePixels ? large : null;
        if (narrow is not null) await narrow.WaitAsync(cancellation);
        try
        {
            return await RunAsync(work, cancellation);
        }
        finally
        {
            narrow?.Release();
        }
    }

    async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await any.WaitAsync(cancellation);
        try
        {
            return work();
        }
        finally
        {
            any.Release();
        }
    }
}
