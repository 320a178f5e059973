namespace Derma.Papers;

/// <summary>What an attempt's own options say about the configuration that the report prints for it (section 3.7).</summary>
public static class AttemptClaims
{
    /// <summary>The classes of the report, on which its networks are judged whatever data a run uses.</summary>
    public const int PrintedClasses = 22;

    /// <summary>Checks every configuration claim that the ledger has about this attempt.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="attempt">The attempt as the notebook states it.</param>
    /// <param name="before">The attempt before it, or null for the first.</param>
    public static void Check(ClaimBook book, Attempt attempt, Attempt? before)
    {
        var prefix = $"cnn.attempt-{attempt.Number:00}.";
        foreach (var (name, value) in Configuration(attempt, before))
            if (book.Ledger.Contains(prefix + name)) book.Check(prefix + name, value);
        if (attempt.Number == 1) book.Check("cnn.batch-size", attempt.Training.BatchSize);
        if (attempt.Number == 9) CheckFinalNetwork(book, attempt);
    }

    static Dictionary<string, ClaimValue> Configuration(Attempt attempt, Attempt? before)
    {
        var values = new Dictionary<string, ClaimValue>
        {
            ["convolutions"] = attempt.Network.Filters.Count,
            ["filters"] = string.Join(", ", attempt.Network.Filters),
            ["filters-first"] = attempt.Network.Filters[0],
            ["filters-last"] = attempt.Network.Filters[^1],
            ["dense-layers"] = attempt.Network.Dense.Count,
            ["dense-units"] = attempt.Network.Dense[0],
            ["dense-added"] = attempt.Network.Dense[^1],
            ["outputs"] = attempt.NetworkFor(PrintedClasses, Scales.Paper.ImageSize).Classes,
            ["head"] = attempt.Network.Head.ToString(),
            ["padding"] = attempt.Network.Padding.ToString(),
            ["order"] = attempt.Network.Order.ToString(),
            ["reduction"] = attempt.Network.Reduction.ToString(),
            ["dropout"] = attempt.Network.Dropout,
            ["l2"] = attempt.Training.L2,
            ["learning-rate"] = attempt.Training.LearningRate,
            ["epochs-planned"] = attempt.Training.Epochs,
            ["epochs-run"] = attempt.EpochsRun,
        };
        if (before is not null) values["learning-rate-before"] = before.Training.LearningRate;
        return values;
    }

    static void CheckFinalNetwork(ClaimBook book, Attempt attempt)
    {
        using var model = new PaperCnn(attempt.NetworkFor(PrintedClasses, Scales.Paper.ImageSize));
        var kernel = model.Kernels()[0].shape;
        book.Check("cnn.final.filters-first", attempt.Network.Filters[0]);
        book.Check("cnn.final.filters-last", attempt.Network.Filters[^1]);
        book.Check("cnn.final.kernel-size", kernel[^1]);
        book.Check("cnn.final.padding", attempt.Network.Padding.ToString());
        book.Check("cnn.final.reduction", attempt.Network.Reduction.ToString());
        book.Check("cnn.final.head", attempt.Network.Head.ToString());
        book.Check("cnn.final.outputs", model.Classes);
        book.Check("cnn.summary.input-shape", FormattableString.Invariant($"({Scales.Paper.ImageSize}, {Scales.Paper.ImageSize}, 3)"));
        book.Check("cnn.summary.output-shape", FormattableString.Invariant($"({PrintedClasses})"));
    }
}

/// <summary>What notebooks check of the CNN report's numbers.</summary>
public static class CnnClaims
{
    /// <summary>Checks what the report prints about one attempt, its configuration and its results, and shows the verdicts.</summary>
    public static HtmlView Judge(this Lab lab, Trained<Attempt> trained)
    {
        var number = trained.Experiment.Number;
        var before = number > 1 ? lab.Find(number - 1) : null;
        AttemptClaims.Check(lab.Claims, trained.Experiment, number > 1 ? Attempts.All[number - 2] : null);
        CurveClaims.CheckAttempt(lab.Claims, number, trained.History, trained.Seeds[0].Metrics.ValidationInterval, before?.History);
        if (trained.Seeds[0].Metrics.SigmoidSum is { } sum) lab.Claims.Check("cnn.final.confidence-sum", sum);
        return lab.Verdicts();
    }

    /// <summary>
    /// Counts the report's photos and classes: in the catalogue, and in the files where the run uses all of that very set.
    /// </summary>
    public static void CheckData(this Lab lab) => DatasetClaims.Check(
        lab.Claims,
        lab.Photos,
        lab.Pixels(Subset.Train).Skipped.Count + lab.Pixels(Subset.Validation).Skipped.Count,
        lab.Photos.UsualSize().Width);

    /// <summary>Checks what Figs. 3 to 7 show, and the costs of section 3.7 beside this run's.</summary>
    public static void CheckFigures(this Lab lab, IReadOnlyList<Trained<Attempt>> attempts)
    {
        CurveClaims.CheckFigures(lab.Claims, attempts.ToDictionary(attempt => attempt.Experiment.Number, attempt => attempt.History));
        lab.Claims.Check("cnn.attempts.count", Attempts.All.Length);
        lab.Claims.Check("cnn.fig-03.epochs", Attempts.Ninth.EpochsRun);
        lab.Claims.Check("cnn.fig-04.epochs", Attempts.Tenth.EpochsRun);
        if (attempts.Count == 0) return;
        lab.Claims.Check("cnn.cost.minutes-per-epoch",
            attempts.Average(attempt => attempt.History.Epochs.Average(epoch => epoch.Seconds)) / 60);
        if (lab.Find(10) is { } tenth) lab.Claims.Check("cnn.cost.final-hours", tenth.Mean(seed => seed.Seconds) / 3600);
    }

    /// <summary>Checks Figs. 8 to 10 against the photos that the rules picked.</summary>
    public static void CheckPredictions(this Lab lab, Trained<Attempt> attempt, ExamplePredictions examples) =>
        PredictionClaims.Check(lab.Claims, attempt.Validation, examples, attempt.Seeds[0].Metrics.SigmoidSum);
}
