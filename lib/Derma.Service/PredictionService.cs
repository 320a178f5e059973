using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;

namespace Derma.Service;

/// <summary>The prediction service (Smart Derma 3.5 to 3.9): REST and a web page over one model.</summary>
public sealed class PredictionService : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ServiceState state;
    readonly Lazy<Task> stopped;

    PredictionService(WebApplication app, ServiceState state, Uri address)
    {
        (this.app, this.state, Address) = (app, state, address);
        stopped = new Lazy<Task>(StopAsync);
    }

    /// <summary>Where it answers, such as <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Starts it; it answers when the task ends.</summary>
    /// <param name="predictor">The model; the caller disposes it after the service.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="directory">Who finds dermatologists; the embedded sample data where null.</param>
    /// <param name="cancellation">Gives up the start.</param>
    /// <exception cref="UserError">The port is taken or not allowed, or an option is out of range.</exception>
    public static Task<PredictionService> StartAsync(
        Predictor predictor, ServiceOptions options, IDermatologistDirectory? directory = null, CancellationToken cancellation = default) =>
        StartAsync(new ServiceParts(ServedModel.Of(predictor), directory ?? new SampleDirectory()), options, cancellation);

    internal static async Task<PredictionService> StartAsync(
        ServiceParts parts, ServiceOptions options, CancellationToken cancellation = default)
    {
        options.Check();
        var state = new ServiceState(parts, options, WebHost.Log(options));
        var app = WebHost.Build(parts, options, state);
        try
        {
            await app.StartAsync(cancellation);
            return new PredictionService(app, state, AddressOf(app));
        }
        catch (Exception error)
        {
            await app.DisposeAsync();
            await state.DisposeAsync();
            if (error is IOException or SocketException)
                throw new UserError($"The service cannot listen on {options.Host}:{options.Port}: {Reason(error)}. Choose another port.");
            throw;
        }
    }

    /// <summary>Stops taking requests, answers those accepted, ends.</summary>
    public ValueTask DisposeAsync() => new(stopped.Value);

    async Task StopAsync()
    {
        // Until the last answer is out, new requests hear 503, so that a load balancer turns elsewhere.
        await state.Acceptance.CloseAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        await state.DisposeAsync();
    }

    static Uri AddressOf(WebApplication app)
    {
        var bound = new UriBuilder(app.Urls.Single());
        if (IPAddress.TryParse(bound.Host.Trim('[', ']'), out var host) && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any)))
            bound.Host = "127.0.0.1";
        return bound.Uri;
    }

    static string Reason(Exception error) => (error.GetBaseException() as SocketException)?.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => "the port is taken",
        SocketError.AccessDenied => "ports under 1024 need more rights",
        SocketError.AddressNotAvailable => "this machine has no such address",
        _ => "the system refused",
    };
}
