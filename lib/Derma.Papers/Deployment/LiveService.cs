using System.Security.Cryptography.X509Certificates;

namespace Derma.Papers;

/// <summary>The prediction service, running in this process on a free port of this machine, and a client of it.</summary>
public sealed class LiveService : IAsyncDisposable
{
    readonly PredictionService service;

    LiveService(Predictor predictor, PredictionService service, X509Certificate2? certificate)
    {
        (Predictor, this.service, Certificate) = (predictor, service, certificate);
        Client = new ServiceClient(service.Address, pinned: certificate);
    }

    /// <summary>The model.</summary>
    public Predictor Predictor { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address => service.Address;

    /// <summary>With which it speaks TLS; null without.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>A client on the same machine that keeps its connection.</summary>
    public ServiceClient Client { get; }

    /// <summary>Loads a model file and serves it.</summary>
    /// <param name="modelFile">As the export writes it.</param>
    /// <param name="threads">Threads inside one run of the model.</param>
    /// <param name="certificate">To speak TLS; plain HTTP where null.</param>
    public static async Task<LiveService> StartAsync(string modelFile, int threads, X509Certificate2? certificate = null)
    {
        var predictor = Predictor.Load(modelFile, new PredictorOptions { Threads = threads, Schedule = Schedule.Measured });
        try
        {
            var service = await PredictionService.StartAsync(predictor, new ServiceOptions { Port = 0, Certificate = certificate });
            return new LiveService(predictor, service, certificate);
        }
        catch
        {
            predictor.Dispose();
            throw;
        }
    }

    /// <summary>What a time of this service depends on.</summary>
    /// <param name="photo">The upload.</param>
    /// <param name="way">What lies between client and service.</param>
    public Conditions Conditions(DrawnPhoto photo, string way = "client and service in one process") => new(
        $"{Predictor.Info.Title} at {Predictor.Info.ImageSize} px ({Predictor.Schedule})",
        photo.Text, way, HardwareInfo.Here(Predictor.Options.Threads));

    /// <summary>Stops the service, then lets the model go.</summary>
    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        Client.Dispose();
        Predictor.Dispose();
    }
}
