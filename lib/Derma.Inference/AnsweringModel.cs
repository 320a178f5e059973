namespace Derma.Inference;

/// <summary>Turns what a model file computes into answers. Safe for use by several threads at once.</summary>
/// <param name="model">The file; disposed with this.</param>
/// <param name="options">How to answer.</param>
/// <param name="policy">How its answers come about.</param>
sealed class AnsweringModel(OnnxModel model, PredictorOptions options, AnswerPolicy policy) : IDisposable
{
    static readonly Mirror[] plain = [Mirror.None], flipped = [Mirror.None, Mirror.LeftRight, Mirror.UpsideDown];

    readonly IReadOnlyList<string> titles = [.. model.Info.Classes.Select(ClassTitles.Of)];
    readonly string? by = model.Info.Weights.Count == 1 ? model.Info.Weights.Keys.Single() : null;

    /// <summary>What the file says of itself.</summary>
    public ModelInfo Info => model.Info;

    /// <summary>Where it runs.</summary>
    public string Provider => model.Provider;

    /// <summary>How its work is laid on the threads.</summary>
    public string Schedule => model.Schedule;

    /// <summary>Answers photos of the model's size in one run, or three with flips.</summary>
    public IReadOnlyList<Answer> Answer(IReadOnlyList<PreparedPhoto> photos)
    {
        ModelRun[] runs = [.. (options.Flips ? flipped : plain).Select(mirror => model.Run(photos, mirror))];
        return [.. photos.Select((photo, i) => Answer(photo, i, runs))];
    }

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();

    Answer Answer(PreparedPhoto photo, int i, ModelRun[] runs)
    {
        var mean = Mean(runs, i * Info.Classes.Count, run => run.Probabilities);
        var calibrated = new float[mean.Length];
        TemperatureScaling.Apply(mean, Info.Temperature, calibrated);
        var named = calibrated.Select((p, c) => new ClassProbability(Info.Classes[c], titles[c], p));
        ClassProbability[] classes = [.. named.OrderByDescending(one => one.Probability)];
        var sure = classes[0].Probability >= options.SureFrom;
        return new Answer(classes, sure, photo.Warnings, HeatMap(i, runs, Best(mean)), Members(i, runs)) { Policy = policy, By = by };
    }

    // Where the mean over the mirror images prefers another class than one of them, that one's map is about something else.
    HeatMapGrid? HeatMap(int i, ModelRun[] runs, int best) =>
        runs.FirstOrDefault(run => run.MapSize > 0 && Best(run.Row(i)) == best) is { } run
            ? new HeatMapGrid(run.MapSize, run.MapSize, run.HeatMap(i), model.HasExactMap)
            : null;

    IReadOnlyDictionary<string, string> Members(int i, ModelRun[] runs)
    {
        var (classes, members) = (Info.Classes.Count, Info.Weights.Count);
        if (runs[0].Members.Length == 0) return new Dictionary<string, string>();
        return Info.Weights.Keys.Select((name, m) => (name, m)).ToDictionary(
            member => member.name, member => Info.Classes[Best(Mean(runs, (i * members + member.m) * classes, run => run.Members))]);
    }

    float[] Mean(ModelRun[] runs, int start, Func<ModelRun, float[]> numbers) =>
        [.. Enumerable.Range(start, Info.Classes.Count).Select(j => runs.Average(run => numbers(run)[j]))];

    static int Best(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var c = 1; c < row.Length; c++) if (row[c] > row[best]) best = c;
        return best;
    }
}
