namespace Derma.Papers;

/// <summary>Where the time of accepted requests goes, on average, in milliseconds.</summary>
/// <param name="Way">The connection and the answer's way back: what the client sees and the service does not.</param>
/// <param name="Decode">From the file to pixels, with the judgement of the photo's quality.</param>
/// <param name="Queue">Waiting for the model.</param>
/// <param name="Model">The model itself.</param>
/// <param name="Upload">Until the photo has arrived, and whatever else the service does.</param>
public sealed record Stages(double Way, double Decode, double Queue, double Model, double Upload)
{
    /// <summary>From the service's own clock and the client's.</summary>
    /// <param name="run">At least one accepted request.</param>
    public static Stages Of(LoadRun run)
    {
        double Mean(string stage) => run.Stage(stage).Average();
        var (decode, queue, model, total) = (Mean("decode"), Mean("queue"), Mean("model"), Mean("total"));
        return new Stages(run.Milliseconds.Average() - total, decode, queue, model, total - decode - queue - model);
    }

    /// <summary>Name and milliseconds, in the order of time.</summary>
    public IReadOnlyList<(string Name, double Milliseconds)> All =>
        [("upload and rest", Upload), ("decode", Decode), ("queue", Queue), ("model", Model), ("connection and way back", Way)];
}
