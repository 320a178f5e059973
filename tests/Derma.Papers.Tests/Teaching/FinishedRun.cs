namespace Derma.Papers.Tests.Teaching;

/// <summary>A run whose attempts look finished, with results small enough to work answers out by hand.</summary>
public sealed class FinishedRun : IDisposable
{
    readonly TemporaryFolder folder = new();

    /// <summary>22 classes at 32 pixels; attempts 2, 4, 5, 6, 8 and 10 and the third split are there.</summary>
    public FinishedRun()
    {
        Lab = Lab.Open("21-attempts-compared", new LabOptions
        {
            Root = folder.Path, RunFolder = folder.File("run"), Scale = Scales.Smoke with { ImageSize = 32, Drawings = (176, 88) }, Threads = 1,
        });
        Finish(Attempts.Second, Truths(-2), loss: 2.5, accuracy: 0.1);
        Finish(Attempts.Fourth, Right(i => i is 0 or 8), accuracy: 0.2);
        Finish(Attempts.Fifth, Right(i => i < 4), accuracy: 0.25);
        Finish(Attempts.Sixth, Right(i => i < 8), accuracy: 0.3);
        Finish(Attempts.Eighth, Truths(-2.9), loss: 3, accuracy: 0.05);
        Finish(Attempts.Tenth, Sure(), accuracy: 0.5, history: Epochs(30, highest: 12, lowest: 5));
        Finish(Attempts.Ninth with { Variant = "third-split" }, Truths(-1), history: new([Epoch(1, 1, 0.4), Epoch(2, 1, 0.3)]));
    }

    public Lab Lab { get; }

    /// <summary>The same run on other photos.</summary>
    public Lab On(params IEnumerable<Photo> photos) => Lab.On(new PhotoSet("few", "Few", true, ["first", "second"], [.. photos]));

    public void Dispose() => folder.Dispose();

    /// <summary>Photos 4, 5 and 6 show class 3; every other one a class of its own.</summary>
    static readonly int[] Labels = [0, 1, 2, 4, 3, 3, 3, 5, 6, 8, 9, 10];

    /// <summary>What is said where the answer is wrong: class 7 for the photos of class 3.</summary>
    static readonly int[] Mistakes = [21, 20, 19, 18, 7, 7, 7, 11, 12, 13, 14, 15];

    void Finish(Attempt attempt, Predictions answers, double loss = 1, double accuracy = 0, History? history = null)
    {
        var seed = Results.Seed(validation: accuracy) is var ended ? ended with
        {
            Folder = Lab.Run.Training(attempt, Lab.Seeds[0]), Validation = answers, History = history ?? ended.History,
            Metrics = ended.Metrics with { ValidationLoss = loss },
        } : null!;
        Directory.CreateDirectory(seed.Folder.Location);
        seed.Save();
    }

    /// <summary>Each photo's true class gets e to this power, the class after it the rest.</summary>
    Predictions Truths(double power) => Answers(i => (Labels[i], (float)Math.Exp(power)));

    Predictions Right(Func<int, bool> right) => Answers(i => (right(i) ? Labels[i] : Mistakes[i], 0.8f));

    /// <summary>Three answers are given at more than 0.9: two right, one wrong.</summary>
    Predictions Sure() => Answers(i => i switch { 0 => (Labels[0], 0.95f), 1 => (Labels[1], 0.92f), 5 => (Mistakes[5], 0.99f), _ => (Mistakes[i], 0.7f) });

    Predictions Answers(Func<int, (int Class, float Probability)> say)
    {
        var classes = Lab.Photos.Classes;
        var rows = new float[Labels.Length * classes.Count];
        for (var i = 0; i < Labels.Length; i++)
        {
            var (said, probability) = say(i);
            rows[i * classes.Count + said] = probability;
            rows[i * classes.Count + (said + 1) % classes.Count] = 1 - probability;
        }
        return new Predictions(rows, Labels, [.. Labels.Select((_, i) => $"{i}.jpg")], classes);
    }

    static History Epochs(int count, int highest, int lowest) => new([.. Enumerable.Range(1, count).Select(epoch =>
        Epoch(epoch, epoch == lowest ? 1.5 : 2, epoch == highest ? 0.6 : epoch < highest ? 0.03 * epoch : 0.5))]);

    static EpochMetrics Epoch(int epoch, double loss, double accuracy) => new(epoch, 1, 0.5, loss, accuracy, 0.001, 1);
}
