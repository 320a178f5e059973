namespace Derma.Inference;

/// <summary>Answers photos with an exported model. Safe for use by several threads at once.</summary>
public sealed class Predictor : IDisposable
{
    const int BatchRounds = 2;

    static readonly int[] batches = [2, 4, 8];

    readonly AnsweringModel model;
    readonly AnsweringModel? first;

    Predictor(OnnxModel model, OnnxModel? first, PredictorOptions options)
    {
        Options = options;
        Policy = first is not null ? AnswerPolicy.Cascade : PolicyOf(model.Info);
        this.model = new AnsweringModel(model, options, Policy);
        this.first = first is null ? null : new AnsweringModel(first, options, Policy);
    }

    /// <summary>What the model file says of itself.</summary>
    public ModelInfo Info => model.Info;

    /// <summary>How it answers.</summary>
    public PredictorOptions Options { get; }

    /// <summary>How its answers come about.</summary>
    public AnswerPolicy Policy { get; }

    /// <summary>Where it runs: "CPU" or "CUDA".</summary>
    public string Provider => model.Provider;

    /// <summary>How the model's work is laid on the threads, such as "one graph, 2 threads".</summary>
    public string Schedule => model.Schedule;

    /// <summary>Loads a model file that <c>OnnxExport</c> wrote.</summary>
    /// <exception cref="UserError">The file is missing, is no model, or was not written by this library; an option is out of range; CUDA
    /// is missing; or there is no cascade where one is wanted.</exception>
    public static Predictor Load(string path, PredictorOptions? options = null)
    {
        options ??= new PredictorOptions();
        options.Validate();
        var model = OnnxModel.Load(path, options);
        try
        {
            return new Predictor(model, options.Cascade ? CascadeInfo.Open(path, model.Info, options) : null, options);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Decodes a photo, as training does, and judges its quality.</summary>
    /// <param name="photo">A JPEG or PNG file's bytes.</param>
    /// <exception cref="PhotoError">The photo cannot be used.</exception>
    public PreparedPhoto Prepare(ReadOnlyMemory<byte> photo) => PhotoIntake.Prepare(photo, Info.ImageSize, Options.Quality);

    /// <summary>
    /// Answers prepared photos in one run of the model, or three with flips; a cascade asks its small network about all of them and the
    /// vote about those of which that one is not sure enough.
    /// </summary>
    /// <exception cref="ArgumentException">A photo was prepared for another size.</exception>
    public IReadOnlyList<Answer> Predict(IReadOnlyList<PreparedPhoto> photos)
    {
        if (photos.FirstOrDefault(photo => photo.Size != Info.ImageSize) is { } other)
            throw new ArgumentException($"A photo of {other.Size} px does not fit a model of {Info.ImageSize} px.", nameof(photos));
        if (photos.Count == 0) return [];
        if (first is null) return model.Answer(photos);
        Answer[] answers = [.. first.Answer(photos)];
        int[] open = [.. Enumerable.Range(0, photos.Count).Where(i => answers[i].Best.Probability < Info.Cascade!.From)];
        var voted = open.Length == 0 ? [] : model.Answer([.. open.Select(i => photos[i])]);
        for (var i = 0; i < open.Length; i++) answers[open[i]] = voted[i];
        return answers;
    }

    /// <summary>
    /// How many photos at once, of 1, 2, 4 and 8, give the most answers a second here, measured; of a cascade, by the vote.
    /// </summary>
    /// <param name="longest">Where as many photos would take longer than this one after the other, they are not tried.</param>
    public int MeasureBatch(TimeSpan longest)
    {
        var (_, one) = Measured([1])[0];
        return RunnerChoice.Batch(Measured([1, .. batches.Where(count => count * one <= longest.TotalSeconds)]));
    }

    /// <summary>Decodes and answers one photo.</summary>
    /// <exception cref="PhotoError">The photo cannot be used.</exception>
    public Answer Predict(ReadOnlyMemory<byte> photo) => Predict([Prepare(photo)])[0];

    /// <inheritdoc/>
    public void Dispose()
    {
        model.Dispose();
        first?.Dispose();
    }

    (int Photos, double Seconds)[] Measured(int[] counts)
    {
        var grey = new byte[3 * Info.ImageSize * Info.ImageSize];
        Array.Fill(grey, (byte)128);
        PreparedPhoto[] photos = [.. Enumerable.Repeat(new PreparedPhoto(Info.ImageSize, grey, []), counts[^1])];
        return [.. counts.Zip(RunnerChoice.Times([.. counts.Select(count => (Action)(() => model.Answer(photos[..count])))], BatchRounds))];
    }

    static AnswerPolicy PolicyOf(ModelInfo info) => info.DistilledFrom is not null ? AnswerPolicy.Distilled
        : info.Weights.Count > 1 ? AnswerPolicy.Vote : AnswerPolicy.Single;
}
