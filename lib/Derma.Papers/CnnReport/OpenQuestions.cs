namespace Derma.Papers;

/// <summary>Experiments that the report leaves open (contradictions 9 and 34).</summary>
public static class OpenQuestions
{
    const double TestPart = 0.2;

    /// <summary>
    /// Sets a fifth of the training photos aside before training, picks the best epoch on the validation photos, and judges that epoch on
    /// both: the difference is what picking bought.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="attempt">A variant with a name of its own.</param>
    /// <param name="view">A live curve, or null.</param>
    public static HtmlView TrainWithTestPart(this Lab lab, Attempt attempt, TrainingView? view = null)
    {
        var seeds = lab.Seeds.Select(seed => JudgeBestEpoch(lab, attempt, seed, view)).ToList();
        return LabViews.Join(
            Tables.Of(
                ["Seed", "Best epoch", "Validation (picked on)", "95 % interval", "Untouched test part", "95 % interval", "Difference"],
                seeds.Select(seed => seed.Row), "The best epoch, judged on the photos it was picked on and on photos that nothing was picked on"),
            Notes.Of("Selection bias.", Conclusion(seeds.Average(seed => seed.Bias), seeds.Min(seed => seed.OfTest.High - seed.OfTest.Low))));
    }

    /// <summary>What a run may say of the selection bias.</summary>
    /// <param name="bias">How far the accuracy on the photos picked on lies above that on the test part, in fractions of one.</param>
    /// <param name="width">Width of the test part's 95 % interval.</param>
    internal static string Conclusion(double bias, double width)
    {
        var points = LabViews.Percent(Math.Abs(bias));
        var found = bias > 0 ? $"The picked epoch looks {points} better where it was picked" : $"The picked epoch looks no better where it was picked ({points} worse)";
        return Math.Abs(bias) < width / 2 ? $"{found}, which is less than the test part can tell from chance." : $"{found}, more than chance alone explains.";
    }

    static (IReadOnlyList<object?> Row, double Bias, Interval OfTest) JudgeBestEpoch(Lab whole, Attempt attempt, long seed, TrainingView? view)
    {
        var lab = whole.On(whole.Photos.WithTestPart(TestPart, seed));
        var trained = new ExperimentRun(lab.AtScale(attempt), lab).Train(seed, origin: null, view);
        using var model = attempt.Build(lab.Photos.Classes.Count, lab.ImageSize, seed);
        Safetensors.LoadInto(model, trained.Folder.Best);
        var picked = Evaluator.Predict(model, lab.Pixels(Subset.Validation), lab.Photos.Classes).Metrics();
        var judged = Evaluator.Predict(model, lab.Pixels(Subset.Test), lab.Photos.Classes).Metrics();
        var bias = picked.Accuracy - judged.Accuracy;
        return (
        [
            seed, trained.Metrics.BestEpoch, LabViews.Percent(picked.Accuracy), LabViews.Words(picked.AccuracyInterval),
            LabViews.Percent(judged.Accuracy), LabViews.Words(judged.AccuracyInterval), LabViews.Percent(bias),
        ], bias, judged.AccuracyInterval);
    }

    /// <summary>
    /// Trains the same attempt on a split by lesion and on a split by photo of the same size. A set that names no lesions is said
    /// to name none.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="attempt">What to train; its variants get names of their own.</param>
    /// <param name="view">A live curve, or null.</param>
    public static HtmlView LesionLeak(this Lab lab, Attempt attempt, TrainingView? view = null)
    {
        if (lab.Photos.Photos.GroupBy(photo => photo.Group).All(lesion => lesion.Count() == 1))
            return Notes.Of("Not in this data.",
                $"{lab.Photos.Title} names no lesion with several photos. Run the notebook with --data ham10000=PATH to see the leak.");
        var byPhoto = SplitByPhoto(lab);
        var grouped = lab.Train(attempt, view);
        var leak = lab.On(byPhoto).Train(attempt with { Variant = "split-by-photo" }, view);
        return Tables.Of(
            ["Split", "Validation photos", "… whose lesion is also in training", "Validation accuracy", "95 % interval"],
            [Row("by lesion", lab.Photos, grouped), Row("by photo", byPhoto, leak)],
            $"The leak is worth {LabViews.Percent(leak.Mean(m => m.ValidationAccuracy) - grouped.Mean(m => m.ValidationAccuracy))}");
    }

    static PhotoSet SplitByPhoto(Lab lab)
    {
        var fraction = lab.Photos.Of(Subset.Validation).Count / (double)lab.Photos.Photos.Count;
        var together = lab.Photos.Photos.Select(photo => photo with { Subset = Subset.Train }).ToList();
        var apart = GroupedSplit.Move(together, Subset.Train, Subset.Validation, fraction, lab.Options.Seed, photo => photo.Path);
        return lab.Photos with { Photos = apart };
    }

    static IReadOnlyList<object?> Row(string split, PhotoSet photos, Trained<Attempt> trained)
    {
        var known = photos.Of(Subset.Train).Select(photo => photo.Group).ToHashSet();
        var validation = photos.Of(Subset.Validation);
        return
        [
            split, validation.Count, validation.Count(photo => known.Contains(photo.Group)),
            AttemptViews.Percent(trained, m => m.ValidationAccuracy), LabViews.Words(trained.ValidationInterval),
        ];
    }
}
