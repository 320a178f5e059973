using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Derma.Papers;

/// <summary>A client of the prediction service. Asks this machine, or the one service that <see cref="ServiceTarget"/> names.</summary>
public sealed class ServiceClient : IDisposable
{
    readonly HttpClient http;
    readonly bool newConnections;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="address">Where the service answers.</param>
    /// <param name="newConnections">Whether every request opens a connection of its own, as a first visit does.</param>
    /// <param name="pinned">The one certificate to accept; those of known authorities where null.</param>
    /// <exception cref="UserError">The address may not be asked.</exception>
    public ServiceClient(Uri address, bool newConnections = false, X509Certificate2? pinned = null)
    {
        this.newConnections = newConnections;
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        if (pinned is not null)
        {
            var hash = pinned.GetCertHash(HashAlgorithmName.SHA256);
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && shown.GetCertHash(HashAlgorithmName.SHA256).AsSpan().SequenceEqual(hash);
        }
        http = new HttpClient(handler) { BaseAddress = ServiceTarget.Checked(address), Timeout = TimeSpan.FromMinutes(1) };
    }

    /// <summary>Where the service answers.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>Uploads a photo and reads the answer.</summary>
    /// <param name="photo">The file's bytes.</param>
    /// <param name="fileName">What the upload is called.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ServiceReply> PredictAsync(ReadOnlyMemory<byte> photo, string fileName = "photo.jpg", CancellationToken cancellation = default)
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
            await response.Content.ReadAsByteArrayAsync(cancellation));
    }
}
