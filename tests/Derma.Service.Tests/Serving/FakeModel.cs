using Microsoft.Extensions.Time.Testing;

namespace Derma.Service.Tests;

/// <summary>A model that answers at once, or when it is let, and remembers what it was given.</summary>
sealed class FakeModel
{
    // A test that fails while it holds the model must not hang the others.
    static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(2);

    readonly ManualResetEventSlim open = new(initialState: true);
    readonly SemaphoreSlim entered = new(0);

    public static readonly ModelInfo Info = new()
    {
        Id = "fake", Title = "A fake", Classes = ["eczema", "melanoma"], ImageSize = 2, Weights = new Dictionary<string, double> { ["one"] = 0.4, ["two"] = 0.6 },
        Run = "a run", Cascade = new("one", "one.onnx", 0.7, 0.5), TrainedOn = "nothing", Synthetic = true, LibraryVersion = "1.2.3",
    };

    /// <summary>First byte of every photo, a list for each run.</summary>
    public List<byte[]> Batches { get; } = [];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero));

    public TimeSpan DecodeTakes { get; set; }

    public TimeSpan RunTakes { get; set; }

    public Exception? Fails { get; set; }

    public Exception? Refuses { get; set; }

    public ModelInfo About { get; init; } = Info;

    public ServedModel Served => new(About, Prepare, Predict);

    public void Hold() => open.Reset();

    public void Let() => open.Set();

    /// <summary>Ends when the model has been given its next batch.</summary>
    public Task EnteredAsync() => entered.WaitAsync();

    public static PreparedPhoto Photo(byte mark) => new(2, [mark], []);

    public PreparedPhoto Prepare(ReadOnlyMemory<byte> photo)
    {
        if (Refuses is { } refusal) throw refusal;
        if (photo.IsEmpty) throw new PhotoError("empty", "The photo is empty.");
        if (!OpenedPhoto.TryOpen(photo, out var opened, out var problem) || !opened.TryDecode(16, out var decoded, out problem)) throw new PhotoError(problem.Code, $"The photo {problem.Reason}.");
        opened.Dispose();
        decoded.Dispose();
        Time.Advance(DecodeTakes);
        return Photo(photo.Span[0]);
    }

    public IReadOnlyList<Answer> Predict(IReadOnlyList<PreparedPhoto> photos)
    {
        Batches.Add([.. photos.Select(photo => photo.Rgb[0])]);
        entered.Release();
        open.Wait(LongestHold);
        Time.Advance(RunTakes);
        if (Fails is { } failure) throw failure;
        return [.. photos.Select(_ => Answer)];
    }

    static Answer Answer => new(
        [new("melanoma", "Melanoma", 0.75), new("eczema", "Eczema", 0.25)], Sure: true, [new("blurred", "The photo is blurred.")],
        new HeatMapGrid(2, 1, [0, 1], Exact: true), new Dictionary<string, string> { ["one"] = "melanoma", ["two"] = "eczema" })
    {
        Policy = AnswerPolicy.Cascade, By = "one",
    };
}
