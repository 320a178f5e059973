namespace Derma.Papers;

/// <summary>What notebooks check of the paper's numbers.</summary>
public static class LabClaims
{
    /// <summary>Checks what the report prints about one attempt, its configuration and its results, and shows the verdicts.</summary>
    public static HtmlView Judge(this Lab lab, TrainedAttempt trained)
    {
        var number = trained.Attempt.Number;
        var before = number > 1 ? lab.Find(number - 1) : null;
        AttemptClaims.Check(lab.Claims, trained.Attempt, number > 1 ? Attempts.All[number - 2] : null);
        CurveClaims.CheckAttempt(lab.Claims, number, trained.History, trained.Seeds[0].Metrics.ValidationInterval, before?.History);
        if (trained.Seeds[0].Metrics.SigmoidSum is { } sum) lab.Claims.Check("cnn.final.confidence-sum", sum);
        return lab.Verdicts();
    }

    /// <summary>Adds what follows from printed numbers alone, writes this notebook's claims into the run, and shows them.</summary>
    public static HtmlView Verdicts(this Lab lab)
    {
        lab.Claims.CheckArithmetic();
        lab.Claims.Save(lab.Run.ClaimsFile(lab.Claims.Notebook));
        return lab.Claims.Checks.IsEmpty
            ? Notes.Of("Nothing to judge.", "The report prints no number that this notebook could check.")
            : ClaimTable.Html(lab.Claims.Checks);
    }

    /// <summary>Counts the report's photos and classes: in the catalogue, and in the files where the run uses all of that very set.</summary>
    public static void CheckData(this Lab lab) => DatasetClaims.Check(
        lab.Claims,
        lab.Photos,
        lab.Pixels(Subset.Train).Skipped.Count + lab.Pixels(Subset.Validation).Skipped.Count,
        lab.Photos.UsualSize().Width);

    /// <summary>Checks what Figs. 3 to 7 show, and the costs of section 3.7 beside this run's.</summary>
    public static void CheckFigures(this Lab lab, IReadOnlyList<TrainedAttempt> attempts)
    {
        CurveClaims.CheckFigures(lab.Claims, attempts.ToDictionary(attempt => attempt.Attempt.Number, attempt => attempt.History));
        lab.Claims.Check("cnn.attempts.count", Attempts.All.Length);
        lab.Claims.Check("cnn.fig-03.epochs", Attempts.Ninth.EpochsRun);
        lab.Claims.Check("cnn.fig-04.epochs", Attempts.Tenth.EpochsRun);
        if (attempts.Count == 0) return;
        lab.Claims.Check("cnn.cost.minutes-per-epoch", attempts.Average(attempt => attempt.History.Epochs.Average(epoch => epoch.Seconds)) / 60);
        if (lab.Find(10) is { } tenth) lab.Claims.Check("cnn.cost.final-hours", tenth.Mean(seed => seed.Seconds) / 3600);
    }

    /// <summary>Checks Figs. 8 to 10 against the photos that the rules picked.</summary>
    public static void CheckPredictions(this Lab lab, TrainedAttempt attempt, ExamplePredictions examples) =>
        PredictionClaims.Check(lab.Claims, attempt.Predictions, examples, attempt.Seeds[0].Metrics.SigmoidSum);
}
