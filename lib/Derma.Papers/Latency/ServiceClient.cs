using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Derma.Papers;

/// <summary>Which addresses may be asked: this machine, and the one service that a person names.</summary>
public static class ServiceTarget
{
    /// <summary>The environment variable in which a person names a remote service.</summary>
    public const string Variable = "DERMA_SERVICE_URL";

    /// <summary>The remote service that a person named, or null.</summary>
    /// <param name="named">What the person wrote; null or empty for none.</param>
    /// <exception cref="UserError">It is no address of the web.</exception>
    public static Uri? Remote(string? named)
    {
        if (named is not { Length: > 0 } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UserError($"{Variable} is '{text}'; give the address of a running service, such as https://derma.example/.");
    }

    /// <summary>Lets an address pass.</summary>
    /// <param name="address">Where a client wants to ask.</param>
    /// <param name="remote">The service that a person named, or null.</param>
    /// <exception cref="UserError">It is neither on this machine nor the named one.</exception>
    public static Uri Checked(Uri address, Uri? remote) => address.IsLoopback || remote?.Authority == address.Authority
        ? address
        : throw new UserError($"{address} is not on this machine; to measure a service elsewhere that is yours, name it in {Variable}.");
}

/// <summary>A whole answer of the service.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Such as <c>application/json</c>; empty where none is said.</param>
/// <param name="Disposition">Whether a browser shows or saves it, as the header has it; empty where it is not said.</param>
/// <param name="Timings">Milliseconds by name, from <c>Server-Timing</c>.</param>
/// <param name="Body">The content.</param>
public sealed record ServiceReply(int Status, string ContentType, string Disposition, IReadOnlyDictionary<string, double> Timings,
    byte[] Body)
{
    static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What was asked.</summary>
    public Uri? Address { get; init; }

    /// <summary>The content as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The content as JSON.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The content as JSON with line breaks.</summary>
    public string IndentedJson => JsonSerializer.Serialize(Json, Indented);

    /// <summary>The content as one of the service's own records, such as <see cref="PredictionBody"/>.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, JsonSerializerOptions.Web) ?? throw new JsonException("The answer is null.");
}

/// <summary>A client of the prediction service. Asks this machine, or the one service that a person names.</summary>
public sealed class ServiceClient : IDisposable
{
    readonly HttpClient http;
    readonly bool newConnections;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="address">Where the service answers.</param>
    /// <param name="newConnections">Whether every request opens a connection of its own, as a first visit does.</param>
    /// <param name="pinned">The one certificate to accept; those of known authorities where null.</param>
    /// <param name="remote">The one service elsewhere that may be asked; null for none.</param>
    /// <exception cref="UserError">The address may not be asked.</exception>
    public ServiceClient(Uri address, bool newConnections = false, X509Certificate2? pinned = null, Uri? remote = null)
    {
        this.newConnections = newConnections;
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        if (pinned is not null)
        {
            var hash = pinned.GetCertHash(HashAlgorithmName.SHA256);
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown is not null && shown.GetCertHash(HashAlgorithmName.SHA256).AsSpan().SequenceEqual(hash);
        }
        http = new HttpClient(handler) { BaseAddress = ServiceTarget.Checked(address, remote), Timeout = TimeSpan.FromMinutes(1) };
    }

    /// <summary>Where the service answers.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>Uploads a photo and reads the answer.</summary>
    /// <param name="photo">The file's bytes.</param>
    /// <param name="fileName">What the upload is called.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ServiceReply> PredictAsync(
        ReadOnlyMemory<byte> photo, string fileName = "photo.jpg", CancellationToken cancellation = default)
    {
        using var file = new ReadOnlyMemoryContent(photo) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        using var form = new MultipartFormDataContent { { file, "photo", fileName } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/predictions") { Content = form };
        return await SendAsync(request, cancellation);
    }

    /// <summary>Gets a page, a report or a list.</summary>
    /// <param name="path">Below the service's address.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ServiceReply> GetAsync(string path, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, cancellation);
    }

    /// <summary>One request of a load: uploads the photo, keeps status and timings.</summary>
    /// <param name="photo">The file's bytes.</param>
    public Func<CancellationToken, Task<Reply>> Asking(ReadOnlyMemory<byte> photo) => async cancellation =>
    {
        var reply = await PredictAsync(photo, cancellation: cancellation);
        return new Reply(reply.Status, reply.Timings);
    };

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    async Task<ServiceReply> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (newConnections) request.Headers.ConnectionClose = true;
        using var response = await http.SendAsync(request, cancellation);
        return new ServiceReply(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType ?? "",
            response.Content.Headers.ContentDisposition?.ToString() ?? "",
            ServerTiming.Parse(response.Headers.TryGetValues("Server-Timing", out var values) ? string.Join(',', values) : null),
            await response.Content.ReadAsByteArrayAsync(cancellation)) { Address = response.RequestMessage?.RequestUri };
    }
}
