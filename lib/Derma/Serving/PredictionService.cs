using Derma.Dermatologists;
using Derma.Prediction;

namespace Derma.Serving;

/// <summary>The prediction service (Smart Derma 3.5 to 3.9): REST and a web page over one model.</summary>
public sealed class PredictionService : IAsyncDisposable
{
    PredictionService() { }

    /// <summary>Where it answers, such as <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri Address => throw new NotImplementedException();

    /// <summary>Starts it; it answers when the task ends.</summary>
    /// <param name="predictor">The model; the caller disposes it after the service.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="directory">Who finds dermatologists; the embedded sample data where null.</param>
    /// <param name="cancellation">Gives up the start.</param>
    /// <exception cref="UserError">The port is taken or not allowed.</exception>
    public static Task<PredictionService> StartAsync(
        Predictor predictor, ServiceOptions options, IDermatologistDirectory? directory = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Stops taking requests, answers those accepted, ends.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
