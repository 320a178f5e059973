namespace Derma.Papers;

/// <summary>
/// An experiment with everything that its seeds left. Single figures are means over the seeds, pictures are the first seed's.
/// </summary>
/// <typeparam name="T">The paper's kind of experiment.</typeparam>
/// <param name="Experiment">What was trained.</param>
/// <param name="Seeds">One entry a seed.</param>
public sealed record Trained<T>(T Experiment, IReadOnlyList<TrainedSeed> Seeds)
    where T : Experiment
{
    /// <summary>The experiment with the lengths and photos of this run's scale: what was really trained.</summary>
    public T AsRun { get; init; } = Experiment;

    /// <summary>Name for a reader.</summary>
    public string Name => Experiment.Name;

    /// <summary>The first seed's epochs.</summary>
    public History History => Seeds[0].History;

    /// <summary>The first seed's probabilities of the validation photos.</summary>
    public Predictions Validation => Seeds[0].Validation;

    /// <summary>The first seed's probabilities of the test photos.</summary>
    /// <exception cref="InvalidOperationException">The experiment has no test photos.</exception>
    public Predictions Test => Seeds[0].Test;

    /// <summary>The first seed's confusion matrix of the validation photos.</summary>
    public ConfusionMatrix Confusion => Validation.Confusion();

    /// <summary>Mean over the seeds.</summary>
    public double Mean(Func<RunMetrics, double> figure) => Seeds.Average(seed => figure(seed.Metrics));

    /// <summary>Largest minus smallest over the seeds.</summary>
    public double Range(Func<RunMetrics, double> figure) =>
        Seeds.Max(seed => figure(seed.Metrics)) - Seeds.Min(seed => figure(seed.Metrics));

    /// <summary>
    /// Whether its validation accuracy is above the share of the largest class, which takes no training: nothing is concluded from one that
    /// did not learn.
    /// </summary>
    public bool Learned => Mean(seed => seed.ValidationAccuracy) > Validation.MajorityShare;

    /// <summary>The name, and where it did not learn, that.</summary>
    public string Label => Learned ? Name : $"{Name} (did not learn)";

    /// <summary>Validation accuracy with a 95 % interval of all seeds' answers together.</summary>
    public Interval ValidationInterval => Interval.Wilson(
        Seeds.Sum(seed => seed.Validation.Confusion().Correct), Seeds.Sum(seed => seed.Validation.Count));
}

/// <summary>One finished training in its folder.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Folder">Holds config, history, metrics, predictions, weights and the event file.</param>
/// <param name="History">Every epoch.</param>
/// <param name="Metrics">What it ended with.</param>
/// <param name="Validation">Probabilities of the validation photos by the judged weights: what every choice is made on.</param>
public sealed record TrainedSeed(long Seed, TrainingFolder Folder, History History, RunMetrics Metrics, Predictions Validation)
{
    Predictions? test;

    /// <summary>Probabilities of the test photos by the judged weights: looked at for the final figures alone.</summary>
    /// <exception cref="InvalidOperationException">The experiment has no test photos.</exception>
    public Predictions Test => test ?? throw new InvalidOperationException("The CNN report has no test photos.");

    /// <summary>The same with what it answers to the test photos.</summary>
    internal TrainedSeed Tested(Predictions answers) =>
        new(Seed, Folder, History, Metrics.Tested(answers.Metrics()), Validation) { test = answers };

    /// <summary>What a folder holds; null where its training did not end.</summary>
    internal static TrainedSeed? Find(long seed, TrainingFolder folder)
    {
        if (!folder.IsFinished) return null;
        var (history, metrics) = (Training.History.Load(folder.History), RunMetrics.Load(folder.Metrics));
        return new TrainedSeed(seed, folder, history, metrics, Predictions.Load(folder.Validation))
        {
            test = File.Exists(folder.Test) ? Predictions.Load(folder.Test) : null,
        };
    }

    /// <summary>Writes all of it, the metrics last: they say that the training has ended.</summary>
    internal void Save()
    {
        History.Save(Folder.History);
        Validation.Save(Folder.Validation);
        test?.Save(Folder.Test);
        Metrics.Save(Folder.Metrics);
    }
}
