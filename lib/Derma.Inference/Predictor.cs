namespace Derma.Inference;

/// <summary>Answers photos with an exported model. Safe for use by several threads at once.</summary>
public sealed class Predictor : IDisposable
{
    static readonly Mirror[] plain = [Mirror.None], flipped = [Mirror.None, Mirror.LeftRight, Mirror.UpsideDown];

    readonly OnnxModel model;
    readonly IReadOnlyList<string> titles;

    Predictor(OnnxModel model, PredictorOptions options) =>
        (this.model, Options, titles) = (model, options, [.. model.Info.Classes.Select(ClassTitles.Of)]);

    /// <summary>What the model file says of itself.</summary>
    public ModelInfo Info => model.Info;

    /// <summary>How it answers.</summary>
    public PredictorOptions Options { get; }

    /// <summary>Where it runs: "CPU" or "CUDA".</summary>
    public string Provider => model.Provider;

    /// <summary>Loads a model file that <c>OnnxExport</c> wrote.</summary>
    /// <exception cref="UserError">The file is missing, is no model, or was not written by this library; an option is out of range; or CUDA
    /// is missing.</exception>
    public static Predictor Load(string path, PredictorOptions? options = null)
    {
        options ??= new PredictorOptions();
        options.Validate();
        return new Predictor(OnnxModel.Load(path, options), options);
    }

    /// <summary>Decodes a photo, as training does, and judges its quality.</summary>
    /// <param name="photo">A JPEG or PNG file's bytes.</param>
    /// <exception cref="PhotoError">The photo cannot be used.</exception>
    public PreparedPhoto Prepare(ReadOnlyMemory<byte> photo) => PhotoIntake.Prepare(photo, Info.ImageSize, Options.Quality);

    /// <summary>Answers prepared photos in one run of the model, or three with flips.</summary>
    /// <exception cref="ArgumentException">A photo was prepared for another size.</exception>
    public IReadOnlyList<Answer> Predict(IReadOnlyList<PreparedPhoto> photos)
    {
        if (photos.FirstOrDefault(photo => photo.Size != Info.ImageSize) is { } other)
            throw new ArgumentException($"A photo of {other.Size} px does not fit a model of {Info.ImageSize} px.", nameof(photos));
        if (photos.Count == 0) return [];
        ModelRun[] runs = [.. (Options.Flips ? flipped : plain).Select(mirror => model.Run(photos, mirror))];
        return [.. photos.Select((photo, i) => Answer(photo, i, runs))];
    }

    /// <summary>Decodes and answers one photo.</summary>
    /// <exception cref="PhotoError">The photo cannot be used.</exception>
    public Answer Predict(ReadOnlyMemory<byte> photo) => Predict([Prepare(photo)])[0];

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();

    Answer Answer(PreparedPhoto photo, int i, ModelRun[] runs)
    {
        var mean = Mean(runs, i * Info.Classes.Count, run => run.Probabilities);
        var calibrated = new float[mean.Length];
        TemperatureScaling.Apply(mean, Info.Temperature, calibrated);
        var named = calibrated.Select((p, c) => new ClassProbability(Info.Classes[c], titles[c], p));
        ClassProbability[] classes = [.. named.OrderByDescending(one => one.Probability)];
        var sure = classes[0].Probability >= Options.SureFrom;
        return new Answer(classes, sure, photo.Warnings, HeatMap(i, runs, Best(mean)), Members(i, runs));
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
