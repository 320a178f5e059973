using System.Diagnostics;
using System.Globalization;

namespace Derma.Papers;

/// <summary>Runs trials one after the other and keeps every result in the run's folder.</summary>
public static class GridSearch
{
    /// <summary>The grid of the lab's scale: the paper's ranges, or their ends on the smallest network.</summary>
    public static Grid Grid(this Lab lab) => lab.Options.Scale.SmartDerma.Grid;

    /// <summary>Every combination, in a fixed order.</summary>
    /// <param name="grid">The values to try.</param>
    /// <param name="seed">Seed of every trial.</param>
    /// <param name="threads">Threads of every trial.</param>
    public static IReadOnlyList<Trial> Trials(this Grid grid, long seed, int threads) =>
    [
        .. from batchSize in grid.BatchSizes
           from rate in grid.LearningRates
           from decay in grid.WeightDecays
           from dropout in grid.Dropouts
           select new Trial
           {
               Network = grid.Network, BatchSize = batchSize, LearningRate = rate, WeightDecay = decay, Dropout = dropout,
               Photos = grid.Photos, Seed = seed, Threads = threads,
           },
    ];

    /// <summary>Runs every trial of a grid that the run does not hold yet.</summary>
    /// <param name="lab">The lab; its test photos are not looked at.</param>
    /// <param name="grid">The values to try.</param>
    /// <param name="stop">Ends the search after the running trial; running it again goes on.</param>
    /// <returns>One result a trial, in the grid's order.</returns>
    public static IReadOnlyList<TrialResult> Search(this Lab lab, Grid grid, CancellationToken stop = default) =>
        lab.Run(grid.Trials(lab.Options.Seed, lab.Options.Threads), stop);

    /// <summary>The trials that learned, from the highest macro-F1 down: the only ones that a ranking is about.</summary>
    /// <param name="results">What a search gave.</param>
    public static IReadOnlyList<TrialResult> Ranked(this IEnumerable<TrialResult> results) =>
        [.. results.Where(result => result.Learned).OrderByDescending(result => result.MacroF1)];

    /// <summary>The first of the ranking; the highest macro-F1 of all where no trial learned.</summary>
    /// <param name="results">What a search gave.</param>
    public static TrialResult Best(this IReadOnlyList<TrialResult> results) =>
        results.Ranked().FirstOrDefault() ?? results.MaxBy(result => result.MacroF1)!;

    /// <summary>The best trial once more with other seeds.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="results">What a search gave.</param>
    /// <param name="seeds">How many seeds, the best trial's own included.</param>
    /// <param name="stop">Ends the search after the running trial.</param>
    public static IReadOnlyList<TrialResult> RepeatBest(this Lab lab, IReadOnlyList<TrialResult> results, int seeds = 3,
        CancellationToken stop = default)
    {
        var best = results.Best().Trial;
        return lab.Run([.. Enumerable.Range(0, seeds).Select(i => best with { Seed = best.Seed + i })], stop);
    }

    /// <summary>Runs one trial of a grid into a file of its own, unless the run holds it; a search then finds it there.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="grid">The values to try.</param>
    /// <param name="number">The trial's place in the grid, 0 for the first.</param>
    /// <param name="stop">Ends it without a result.</param>
    /// <exception cref="UserError">The grid has no such trial.</exception>
    public static void RunOne(this Lab lab, Grid grid, int number, CancellationToken stop)
    {
        var trials = grid.Trials(lab.Options.Seed, lab.Options.Threads);
        if (number < 0 || number >= trials.Count) throw new UserError($"There is no trial {number}: the grid has {trials.Count}, from 0.");
        // The files of other trials may be written just now, by others.
        var file = lab.Run.TrialFile(number);
        lab.Run([trials[number]], [lab.Run.GridFile, file], file, stop);
    }

    static IReadOnlyList<TrialResult> Run(this Lab lab, IReadOnlyList<Trial> trials, CancellationToken stop) =>
        lab.Run(trials, lab.Run.GridFiles, lab.Run.GridFile, stop);

    static IReadOnlyList<TrialResult> Run(
        this Lab lab, IReadOnlyList<Trial> trials, IReadOnlyList<string> from, string to, CancellationToken stop)
    {
        var table = new TrialTable(to);
        var known = from.SelectMany(file => new TrialTable(file).Read())
            .DistinctBy(result => result.Trial).ToDictionary(result => result.Trial);
        var (train, validation) = (lab.Pixels(Subset.Train), lab.Pixels(Subset.Validation));
        var results = new List<TrialResult>();
        foreach (var trial in trials)
        {
            if (!known.TryGetValue(trial, out var result))
            {
                result = TrialTraining.Run(trial, train, validation, lab.Photos.Classes, DeviceChoice.Parse(lab.Options.Device), stop);
                table.Add(result);
                lab.Say(string.Create(CultureInfo.InvariantCulture,
                    $"trial {results.Count + 1} of {trials.Count}: batch {trial.BatchSize}, "
                    + $"rate {trial.LearningRate}, decay {trial.WeightDecay}, dropout {trial.Dropout}: "
                    + $"macro F1 {result.MacroF1:0.000} in {result.Seconds:0.0} s"));
            }
            results.Add(result);
        }
        return results;
    }
}

/// <summary>Runs one trial: a pure function of its record and the photos, writing nothing.</summary>
public static class TrialTraining
{
    /// <summary>Trains on some photos and measures on others.</summary>
    /// <param name="trial">The settings.</param>
    /// <param name="train">Training photos.</param>
    /// <param name="validation">Photos that rank the trials.</param>
    /// <param name="classes">Class names.</param>
    /// <param name="device">Where it trains; the processor where null.</param>
    /// <param name="cancellation">Ends the trial without a result.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="UserError">A setting is out of range.</exception>
    public static TrialResult Run(
        Trial trial, PixelCache train, PixelCache validation, IReadOnlyList<string> classes, DeviceChoice? device = null,
        CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var network = new NetworkOptions { Architecture = trial.Network, Dropout = trial.Dropout, BatchNormMomentum = 0.1 };
        using var model = network.Build(classes.Count, trial.Seed);
        using var trainer = new Trainer(model, train, validation: null, Options(trial) with { Device = device ?? DeviceChoice.Cpu });
        var result = trainer.Fit(cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (result.Status == TrainingStatus.Diverged)
            return new TrialResult(trial, 0, 0, 0, double.PositiveInfinity, watch.Elapsed.TotalSeconds) { Classes = classes.Count };
        var answers = Evaluator.Predict(model, validation, classes);
        var metrics = answers.Metrics();
        return new TrialResult(
            trial, metrics.Accuracy, metrics.BalancedAccuracy, metrics.Macro.F1, trainer.EvaluateOn(validation).Loss,
            watch.Elapsed.TotalSeconds)
        {
            Classes = classes.Count, BalancedInterval = Bootstrap.Of(answers, BootstrapFigure.BalancedAccuracy).Interval,
        };
    }

    static TrainingOptions Options(Trial trial) => PaperExperiments.Recipe with
    {
        Epochs = trial.Steps,
        MaxSteps = trial.Steps,
        BatchSize = trial.BatchSize,
        LearningRate = trial.LearningRate,
        Schedule = RateSchedule.OneCycle,
        WeightDecay = trial.WeightDecay,
        WarmUp = null,
        Plateau = null,
        EarlyStopping = null,
        Seed = trial.Seed,
        Threads = trial.Threads,
    };
}
