using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Derma.Service;

/// <summary>Reads the one file field of a prediction request from the wire, with hard limits; file names are never looked at.</summary>
sealed class UploadReader(ServiceOptions options)
{
    const string Field = "photo";
    const int MaxBoundaryLength = 70, MaxSectionHeaders = 8, MaxSectionHeaderBytes = 4 << 10;
    const int MaxEnvelopeBytes = 16 << 10, MaxNameShown = 40;

    /// <summary>What uploads may hold together: sixteen of the largest.</summary>
    readonly UploadMemory memory = new(16L * options.MaxUploadBytes);

    /// <summary>Reads the photo.</summary>
    /// <exception cref="ServiceProblem">The request is not as it must be.</exception>
    public async Task<Upload> ReadAsync(HttpRequest request, CancellationToken gone)
    {
        var boundary = Boundary(request);
        if (request.ContentLength > options.MaxUploadBytes + MaxEnvelopeBytes) throw Upload.TooLarge(options.MaxUploadBytes);
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(gone);
        clock.CancelAfter(options.UploadTimeout);
        var upload = new Upload(options.MaxUploadBytes, memory);
        try
        {
            var form = new MultipartReader(boundary, request.Body)
            {
                HeadersCountLimit = MaxSectionHeaders, HeadersLengthLimit = MaxSectionHeaderBytes,
            };
            await ReadAsync(form, upload, clock.Token);
            return upload;
        }
        catch (Exception error)
        {
            upload.Dispose();
            throw Problem(error, timedOut: clock.IsCancellationRequested && !gone.IsCancellationRequested);
        }
    }

    static async Task ReadAsync(MultipartReader reader, Upload upload, CancellationToken cancellation)
    {
        var section = await reader.ReadNextSectionAsync(cancellation);
        if (section is null || Name(section) is not { Length: > 0 } name)
            throw new ServiceProblem(400, "no-photo", $"The form is empty; send one file in the field '{Field}'.");
        if (name != Field) throw Unexpected(name);
        await upload.ReadAsync(section.Body, cancellation);
        if (await reader.ReadNextSectionAsync(cancellation) is { } another) throw Unexpected(Name(another));
    }

    static string Boundary(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new ServiceProblem(415, "not-multipart", $"Send the photo as multipart/form-data, in the field '{Field}'.");
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return boundary is { Length: > 0 and <= MaxBoundaryLength } ? boundary
            : throw new ServiceProblem(400, "bad-multipart", "The form's boundary is missing or too long.");
    }

    static string Name(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString()
            : "";

    static ServiceProblem Unexpected(string name) => new(400, "unexpected-field", name == Field
        ? $"The form has more than one field '{Field}'; send one photo at a time."
        : $"The form has a field '{Shown(name)}'; send one file in the field '{Field}' and nothing else.");

    static string Shown(string name) =>
        new([.. name.Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' ').Take(MaxNameShown)]);

    /// <summary>What an error while reading means; the client's own going is passed on.</summary>
    static Exception Problem(Exception error, bool timedOut) => error switch
    {
        _ when timedOut => Problems.OfStatus(408),
        BadHttpRequestException => error,
        InvalidDataException => new ServiceProblem(400, "bad-multipart", "The form is not as multipart/form-data must be."),
        IOException => new ServiceProblem(400, "bad-multipart", "The form ends before its last boundary."),
        _ => error,
    };
}

/// <summary>The bytes of an upload in borrowed memory that grows with what has arrived, not with what was announced.</summary>
sealed class Upload(int limit, UploadMemory memory) : IDisposable
{
    const int FirstBytes = 64 << 10;

    byte[] buffer = [];
    int length, taken;

    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="ServiceProblem">There is more than the limit, or no room now.</exception>
    public async Task ReadAsync(Stream source, CancellationToken cancellation)
    {
        while (true)
        {
            if (length > limit) throw TooLarge(limit);
            if (length == buffer.Length) Grow();
            var read = await source.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0) return;
            length += read;
        }
    }

    /// <summary>Hands the bytes to a new owner; this one is empty from then on.</summary>
    public Upload Detach()
    {
        var detached = new Upload(limit, memory) { buffer = buffer, length = length, taken = taken };
        (buffer, length, taken) = ([], 0, 0);
        return detached;
    }

    /// <summary>Gives the memory back, wiped.</summary>
    public void Dispose()
    {
        Return();
        (buffer, length, taken) = ([], 0, 0);
    }

    public static ServiceProblem TooLarge(int limit) =>
        new(413, "too-large", FormattableString.Invariant($"The upload is larger than {limit / (1024.0 * 1024):0.##} MB."));

    void Grow()
    {
        var wanted = Math.Max(FirstBytes, buffer.Length * 2);
        memory.Take(wanted);
        var larger = ArrayPool<byte>.Shared.Rent(wanted);
        buffer.AsSpan(0, length).CopyTo(larger);
        Return();
        (buffer, taken) = (larger, wanted);
    }

    void Return()
    {
        if (buffer.Length == 0) return;
        buffer.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
        memory.Return(taken);
    }
}

/// <summary>Bytes that all uploads under way may hold together.</summary>
sealed class UploadMemory(long limit)
{
    long held;

    /// <exception cref="ServiceProblem">There is no room now.</exception>
    public void Take(long bytes)
    {
        if (Interlocked.Add(ref held, bytes) <= limit) return;
        Return(bytes);
        throw new ServiceProblem(429, "busy", "Too many uploads are under way; try again in a moment.")
        {
            RetryAfter = TimeSpan.FromSeconds(1),
        };
    }

    public void Return(long bytes) => Interlocked.Add(ref held, -bytes);
}
