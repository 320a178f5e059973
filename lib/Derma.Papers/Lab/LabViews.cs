using System.Globalization;

namespace Derma.Papers;

/// <summary>What every notebook shows of its lab: what it runs on, and what it found of the papers' numbers.</summary>
public static class LabViews
{
    /// <summary>The two things every page must say and the choices of this run, in one line that opens.</summary>
    public static HtmlView Notice(this Lab lab)
    {
        var scale = lab.Options.Scale;
        var photos = lab.Photos.Synthetic ? "Built-in drawings, not patient data." : $"Photos: {lab.Photos.Title}.";
        var norm = scale.BatchNormMomentum is { } momentum
            ? $" Batch norm's statistics follow at {momentum.ToString(CultureInfo.InvariantCulture)} a step in the CNN report's networks, where Keras has 0.01." : "";
        return Notes.Folded(
            $"Not for diagnosis. {photos}", $" Scale “{scale.Name}”.",
            Join(
                Notes.NotForDiagnosis, lab.Photos.Synthetic ? Notes.BuiltInDrawings : null,
                Notes.Of(
                    $"This run: {lab.Photos.Title}, scale “{scale.Name}”.",
                    $"{lab.Photos.Of(Subset.Train).Count} training and {lab.Photos.Of(Subset.Validation).Count} validation photos of "
                    + $"{lab.Photos.Classes.Count} classes at {lab.ImageSize} × {lab.ImageSize} pixels; "
                    + $"{Count(lab.Seeds.Count, "seed")}, {Count(lab.Options.Threads, "thread")}. The scale is {scale.About}.{norm}")));
    }

    /// <summary>Adds what follows from printed numbers alone, writes this notebook's claims into the run, and shows them, with the notes that no cell has shown yet.</summary>
    public static HtmlView Verdicts(this Lab lab)
    {
        lab.Claims.CheckArithmetic();
        lab.Claims.Save(lab.Run.ClaimsFile(lab.Claims.Notebook));
        return Join(
            lab.Claims.Checks.IsEmpty
                ? Notes.Of("Nothing to judge.", "The report prints no number that this notebook could check.")
                : ClaimTable.Html(lab.Claims.Checks),
            ContradictionNote.Folded([.. Contradictions.Both.On(lab.Claims.Notebook).Where(item => lab.NotesShown.Add(item.Number))]));
    }

    /// <summary>A note on a place where a paper contradicts itself or is silent.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="number">Its number; of 34, which both papers have, the notebook's paper's.</param>
    public static HtmlView Contradiction(this Lab lab, int number)
    {
        var isFirst = lab.NotesShown.Add(number);
        return ContradictionNote.Html(Contradictions.Find(number, lab.Claims.Notebook), isFirst);
    }

    internal static HtmlView Join(params IEnumerable<HtmlView?> views) => new(string.Concat(views.Select(view => view?.Html)));

    internal static string Percent(double share) => share.ToString("0.0\u00a0%", CultureInfo.InvariantCulture);

    /// <summary>From its low end to its high one.</summary>
    internal static string Words(Interval interval) => $"{Percent(interval.Low)} to {Percent(interval.High)}";

    internal static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}

/// <summary>What notebooks show of their photos, before any network.</summary>
public static class PhotoViews
{
    /// <summary>The first photos of each class.</summary>
    public static HtmlView SampleGrid(this Lab lab, int perClass) =>
        Panels.SampleGrid(lab.Photos, perClass: perClass);

    /// <summary>What loading found: skipped files by name, photos with the same bytes.</summary>
    public static HtmlView LoadingReport(this Lab lab)
    {
        var skipped = lab.Pixels(Subset.Train).Skipped.Concat(lab.Pixels(Subset.Validation).Skipped).ToList();
        var copies = Duplicates.ByContent(lab.Photos);
        var across = copies.Count(group => group.Select(photo => photo.Subset).Distinct().Count() > 1);
        var summary = Notes.Of(
            "Loaded.",
            $"{lab.Pixels(Subset.Train).Count + lab.Pixels(Subset.Validation).Count} photos; {LabViews.Count(skipped.Count, "file")} "
            + $"skipped; {LabViews.Count(copies.Count, "group")} of photos with the same bytes, {across} of them on both "
            + "sides of the split.");
        return LabViews.Join(
            summary,
            skipped.Count == 0 ? null
                : Tables.Of(["Skipped", "Why"], skipped.Select(file => (IReadOnlyList<object?>)[Path.GetFileName(file.Path), file.Reason]),
                    "Files that could not be read"),
            copies.Count == 0 ? null : Tables.Of(["Same bytes", "Part", "Class"], copies.SelectMany(group => group).Select(photo =>
                (IReadOnlyList<object?>)[Path.GetFileName(photo.Path), photo.Subset.ToString(), lab.Photos.Classes[photo.Label]]),
                    "Copies"));
    }

    /// <summary>One training photo as several epochs would show it.</summary>
    public static HtmlView AugmentedViews(this Lab lab, AugmentationOptions augmentation, int count)
    {
        var pixels = lab.Pixels(Subset.Train);
        var (augmenter, length) = (new Augmenter(augmentation, lab.Options.Seed), pixels.Size * pixels.Size * 3);
        var views = new float[(count + 1) * length];
        new Augmenter(AugmentationOptions.None, 0).Apply(pixels.Pixels(0), pixels.Size, 0, 0, views.AsSpan(0, length));
        for (var epoch = 1; epoch <= count; epoch++)
            augmenter.Apply(pixels.Pixels(0), pixels.Size, epoch, 0, views.AsSpan(epoch * length, length));
        return Panels.Augmentations(views, pixels.Size,
            $"A training photo of class {lab.Photos.Classes[pixels.Label(0)]}, and {count} epochs' changes of it");
    }
}
