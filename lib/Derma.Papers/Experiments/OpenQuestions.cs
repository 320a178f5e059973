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
        var rows = lab.Options.AllSeeds.Select(seed => JudgeBestEpoch(lab, attempt, seed, view)).ToList();
        return Tables.Of(
            ["Seed", "Best epoch", "Validation (picked on)", "95 % interval", "Untouched test part", "95 % interval", "Difference"],
            rows,
            "The best epoch, judged on the photos it was picked on and on photos that nothing was picked on");
    }

    static IReadOnlyList<object?> JudgeBestEpoch(Lab lab, Attempt attempt, long seed, TrainingView? view)
    {
        var photos = lab.Photos.WithTestPart(TestPart, seed);
        var train = PixelCache.Load(photos.Of(Subset.Train), lab.Options.Scale.ImageSize, lab.Options.Threads);
        var test = PixelCache.Load(photos.Of(Subset.Test), lab.Options.Scale.ImageSize, lab.Options.Threads);
        var folder = lab.Run.AttemptFolder(attempt.FolderName, seed);
        var trained = lab.Training(attempt, train, lab.Pixels(Subset.Validation)).Run(seed, folder, null, view);
        using var model = new PaperCnn(attempt.Network(photos.Classes.Count, lab.Options.Scale.ImageSize));
        Safetensors.LoadInto(model, new Training.CheckpointOptions(folder).Best);
        var picked = Evaluator.Predict(model, lab.Pixels(Subset.Validation), photos.Classes).Metrics();
        var judged = Evaluator.Predict(model, test, photos.Classes).Metrics();
        return
        [
            seed, trained.Metrics.BestEpoch, LabViews.Percent(picked.Accuracy), Words(picked.AccuracyInterval),
            LabViews.Percent(judged.Accuracy), Words(judged.AccuracyInterval), LabViews.Percent(picked.Accuracy - judged.Accuracy),
        ];
    }

    /// <summary>
    /// Trains the same attempt on a split by lesion and on a split by photo of the same size. A set that names no lesions is said to name none.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="attempt">What to train; its variants get names of their own.</param>
    /// <param name="view">A live curve, or null.</param>
    public static HtmlView LesionLeak(this Lab lab, Attempt attempt, TrainingView? view = null)
    {
        if (lab.Photos.Photos.GroupBy(photo => photo.Group).All(lesion => lesion.Count() == 1))
            return Notes.Of("Not in this data.", $"{lab.Photos.Title} names no lesion with several photos. Run the notebook with --data ham10000=PATH to see the leak.");
        var byPhoto = SplitByPhoto(lab);
        var grouped = lab.Train(attempt, view);
        var variant = attempt with { Variant = "split-by-photo" };
        var leaky = lab.Options.AllSeeds.Select(seed => lab
            .Training(variant, Load(lab, byPhoto, Subset.Train), Load(lab, byPhoto, Subset.Validation))
            .Run(seed, lab.Run.AttemptFolder(variant.FolderName, seed), null, view)).ToList();
        var leak = new TrainedAttempt(variant, leaky);
        return Tables.Of(
            ["Split", "Validation photos", "… whose lesion is also in training", "Validation accuracy", "95 % interval"],
            [Row("by lesion", lab.Photos, grouped), Row("by photo", byPhoto, leak)],
            $"The leak is worth {LabViews.Percent(leak.Mean(m => m.ValidationAccuracy) - grouped.Mean(m => m.ValidationAccuracy))}");
    }

    static PhotoSet SplitByPhoto(Lab lab)
    {
        var fraction = lab.Photos.Of(Subset.Validation).Count / (double)lab.Photos.Photos.Count;
        var together = lab.Photos.Photos.Select(photo => photo with { Subset = Subset.Train }).ToList();
        return lab.Photos with { Photos = GroupedSplit.Move(together, Subset.Train, Subset.Validation, fraction, lab.Options.Seed, photo => photo.Path) };
    }

    static IReadOnlyList<object?> Row(string split, PhotoSet photos, TrainedAttempt trained)
    {
        var known = photos.Of(Subset.Train).Select(photo => photo.Group).ToHashSet();
        var validation = photos.Of(Subset.Validation);
        return
        [
            split, validation.Count, validation.Count(photo => known.Contains(photo.Group)),
            LabViews.Percent(trained, m => m.ValidationAccuracy), Words(trained.ValidationInterval),
        ];
    }

    static PixelCache Load(Lab lab, PhotoSet photos, Subset subset) => PixelCache.Load(photos.Of(subset), lab.Options.Scale.ImageSize, lab.Options.Threads);

    static string Words(Interval interval) => $"{LabViews.Percent(interval.Low)} to {LabViews.Percent(interval.High)}";
}
