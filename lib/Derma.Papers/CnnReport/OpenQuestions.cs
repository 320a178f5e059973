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
                seeds.Select(seed => seed.Row),
                    "The best epoch, judged on the photos it was picked on and on photos that nothing was picked on"),
            Notes.Of("Selection bias.",
                Conclusion(seeds.Average(seed => seed.Bias), seeds.Min(seed => seed.OfTest.High - seed.OfTest.Low))));
    }

    /// <summary>What a run may say of the selection bias.</summary>
    /// <param name="bias">How far the accuracy on the photos picked on lies above that on the test part, in fractions of one.</param>
    /// <param name="width">Width of the test part's 95 % interval.</param>
    internal static string Conclusion(double bias, double width)
    {
        var points = LabViews.Percent(Math.Abs(bias));
        var found = bias > 0 ? $"The picked epoch looks {points} better where it was picked"
            : $"The picked epoch looks no better where it was picked ({points} worse)";
        return Math.Abs(bias) < width / 2 ? $"{found}, which is less than the test part can tell from chance."
            : $"{found}, more than chance alone explains.";
    }

    static (IReadOnlyList<object?> Row, double Bias, Interval OfTest) JudgeBestEpoch(Lab whole, Attempt attempt, long seed,
        TrainingView? view)
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
    /// Trains the same attempt on a split by lesion and on a split by photo of the same size. Where the run's photos name no lesion with
    /// several, drawings do: each lesion is drawn three times, as it would look in another photo.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="attempt">What to train; its variants get names of their own.</param>
    /// <param name="view">A live curve, or null.</param>
    public static HtmlView LesionLeak(this Lab lab, Attempt attempt, TrainingView? view = null)
    {
        var photos = lab.WithLesions();
        var together = photos with { Photos = [.. photos.Photos.Select(photo => photo with { Subset = Subset.Train })] };
        var fraction = photos.Of(Subset.Validation).Count / (double)photos.Photos.Count;
        var splits = new (string Name, Func<Photo, string> Together)[] { ("by lesion", photo => photo.Group),
            ("by photo", photo => photo.Path) }
            .Select(split => (split.Name, Photos: Divided(together, fraction, lab.Options.Seed, split.Together)))
            .Select(split => (split.Name, split.Photos, Trained: Train(split.Name, split.Photos)))
            .ToList();
        Trained<Attempt> Train(string split, PhotoSet divided) =>
            lab.On(divided).Train(attempt with { Variant = $"split-{split.Replace(' ', '-')}" }, view);
        return LabViews.Join(
            Tables.Of(
                ["Split", "Validation photos", "… whose lesion is also in training", "Validation accuracy", "95 % interval"],
                splits.Select(split => Row(split.Name, split.Photos, split.Trained)),
                    $"{attempt.Name} on {photos.Title}, divided in two ways"),
            Notes.Of("The leak.", LeakConclusion(
                splits[0].Trained.Mean(m => m.ValidationAccuracy), splits[1].Trained.Mean(m => m.ValidationAccuracy),
                    splits[1].Trained.ValidationInterval)));
    }

    /// <summary>What a run may say of the leak.</summary>
    /// <param name="byLesion">Validation accuracy of the split by lesion.</param>
    /// <param name="byPhoto">Validation accuracy of the split by photo.</param>
    /// <param name="interval">Its 95 % interval.</param>
    internal static string LeakConclusion(double byLesion, double byPhoto, Interval interval)
    {
        var points = Numbers.Digits(100 * Math.Abs(byPhoto - byLesion), 1);
        return byLesion >= interval.Low && byLesion <= interval.High
            ? $"The two accuracies differ by {points} points, which chance alone explains: this run shows no leak."
            : byPhoto > byLesion ? $"The split by photo looks {points} points better. None of them would be there for a patient who is new."
            : $"The split by photo looks {points} points worse, so something else than the leak tells the two apart here.";
    }

    static PhotoSet Divided(PhotoSet photos, double fraction, long seed, Func<Photo, string> together) =>
        photos with { Photos = GroupedSplit.Move(photos.Photos, Subset.Train, Subset.Validation, fraction, seed, together) };

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
