using TorchSharp.Modules;

namespace Derma.Papers;

/// <summary>What a trained attempt says about the configuration that the report prints for it (section 3.7).</summary>
public static class AttemptClaims
{
    /// <summary>Checks every configuration claim that the ledger has about this attempt.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="trained">The attempt as this run trained it.</param>
    /// <param name="before">The attempt before it, or null for the first.</param>
    public static void Check(ClaimBook book, Trained<Attempt> trained, Attempt? before)
    {
        var network = trained.AsRun.Network;
        using var model = new PaperCnn(network);
        var found = Network(network, model).Concat(Training(trained)).ToDictionary();
        if (before is not null) found["learning-rate-before"] = before.Training.LearningRate;
        foreach (var (name, value) in found)
            if ($"cnn.attempt-{trained.Experiment.Number:00}.{name}" is var id && book.Ledger.Contains(id)) book.Check(id, value);
        if (trained.Experiment.Number == 1) book.Check("cnn.batch-size", trained.AsRun.Training.BatchSize);
        if (trained.Experiment.Number != 9) return;
        foreach (var name in (string[])["filters-first", "filters-last", "kernel-size", "padding", "reduction", "head", "outputs"])
            book.Check($"cnn.final.{name}", found[name]);
        book.Check("cnn.summary.input-shape", FormattableString.Invariant($"({network.ImageSize}, {network.ImageSize}, 3)"));
        book.Check("cnn.summary.output-shape", FormattableString.Invariant($"({model.Classes})"));
    }

    static Dictionary<string, ClaimValue> Network(PaperCnnOptions options, PaperCnn model)
    {
        var kernels = model.modules().OfType<Conv2d>().Select(convolution => convolution.weight.shape).ToList();
        var dense = model.modules().OfType<Linear>().Select(linear => linear.weight.shape[0]).SkipLast(1).ToList();
        var values = new Dictionary<string, ClaimValue>
        {
            ["convolutions"] = kernels.Count,
            ["filters"] = string.Join(", ", kernels.Select(kernel => kernel[0])),
            ["filters-first"] = kernels[0][0],
            ["filters-last"] = kernels[^1][0],
            ["kernel-size"] = kernels[0][^1],
            ["dense-layers"] = dense.Count,
            ["outputs"] = model.Classes,
            ["head"] = model.Head.ToString(),
            ["padding"] = options.EffectivePadding.ToString(),
            ["order"] = options.Order.ToString(),
            ["reduction"] = options.Reduction.ToString(),
            ["dropout"] = options.Dropout,
        };
        if (dense.Count > 0) (values["dense-units"], values["dense-added"]) = (dense[0], dense[^1]);
        return values;
    }

    // A budget of steps leaves the attempt no other plan than the epochs it comes to.
    static Dictionary<string, ClaimValue> Training(Trained<Attempt> trained) => new()
    {
        ["l2"] = trained.AsRun.Training.L2,
        ["learning-rate"] = trained.AsRun.Training.LearningRate,
        ["epochs-planned"] = trained.AsRun.Training.MaxSteps is null ? trained.Experiment.Training.Epochs : trained.History.Epochs.Count,
        ["epochs-run"] = trained.History.Epochs.Count,
    };
}

/// <summary>What notebooks check of the CNN report's numbers.</summary>
public static class CnnClaims
{
    /// <summary>Checks what the report prints about one attempt, its configuration and its results, and shows the verdicts.</summary>
    public static HtmlView Judge(this Lab lab, Trained<Attempt> trained)
    {
        var number = trained.Experiment.Number;
        var before = number > 1 ? lab.Find(number - 1) : null;
        AttemptClaims.Check(lab.Claims, trained, number > 1 ? Attempts.All[number - 2] : null);
        CurveClaims.CheckAttempt(lab.Claims, number, trained.History, trained.Seeds[0].Metrics.ValidationInterval, before?.History);
        if (trained.Seeds[0].Metrics.SigmoidSum is { } sum) lab.Claims.Check("cnn.final.confidence-sum", sum);
        return lab.Verdicts();
    }

    /// <summary>Counts the run's photos and classes beside the report's.</summary>
    public static void CheckData(this Lab lab) => DatasetClaims.Check(
        lab.Claims,
        lab.Photos,
        lab.Photos.Skipped.Count(file => file.IsNamedLikePhoto)
            + lab.Pixels(Subset.Train).Skipped.Count + lab.Pixels(Subset.Validation).Skipped.Count,
        lab.Photos.UsualSize().Width,
        isSample: !lab.Photos.Synthetic && lab.Options.Scale.MaxPhotos is not null);

    /// <summary>Checks what Figs. 3 to 7 show, and the costs of section 3.7 beside this run's.</summary>
    public static void CheckFigures(this Lab lab, IReadOnlyList<Trained<Attempt>> attempts)
    {
        CurveClaims.CheckFigures(lab.Claims, attempts.ToDictionary(attempt => attempt.Experiment.Number, attempt => attempt.History));
        lab.Claims.Check("cnn.attempts.count", attempts.Count);
        if (attempts.Count == 0) return;
        foreach (var (number, figure) in (ReadOnlySpan<(int, string)>)[(9, "cnn.fig-03.epochs"), (10, "cnn.fig-04.epochs")])
            if (attempts.FirstOrDefault(attempt => attempt.Experiment.Number == number) is { } shown)
                lab.Claims.Check(figure, shown.History.Epochs.Count);
        lab.Claims.Check("cnn.cost.minutes-per-epoch",
            attempts.Average(attempt => attempt.History.Epochs.Average(epoch => epoch.Seconds)) / 60);
        if (lab.Find(10) is { } tenth) lab.Claims.Check("cnn.cost.final-hours", tenth.Mean(seed => seed.Seconds) / 3600);
    }

    /// <summary>Checks Figs. 8 to 10 against the photos that the rules picked.</summary>
    public static void CheckPredictions(this Lab lab, Trained<Attempt> attempt, ExamplePredictions examples) =>
        PredictionClaims.Check(lab.Claims, attempt.Validation, examples, attempt.Seeds[0].Metrics.SigmoidSum);
}
