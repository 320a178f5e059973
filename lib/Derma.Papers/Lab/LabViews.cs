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
            ? $" Batch norm's statistics follow at {momentum.ToString(CultureInfo.InvariantCulture)} a step in the CNN report's "
                + "networks, where Keras has 0.01." : "";
        return Notes.Folded(
            $"Not for diagnosis. {photos}", $" Scale “{scale.Name}”.",
            Join(
                Notes.NotForDiagnosis, lab.Photos.Synthetic ? Notes.BuiltInDrawings : null,
                Notes.Of(
                    $"This run: {lab.Photos.Title}, scale “{scale.Name}”.",
                    $"{lab.Photos.Of(Subset.Train).Count} training and {lab.Photos.Of(Subset.Validation).Count} validation photos of "
                    + $"{lab.Photos.Classes.Count} classes at {lab.ImageSize} × {lab.ImageSize} pixels; "
                    + $"{Count(lab.Seeds.Count, "seed")}, {Count(lab.Options.Threads, "thread")}. The scale is {scale.About}.{norm}"),
                lab.Photos.Synthetic ? null : Notes.Of("The files:", $"{lab.Account()}. Notebook 01 names those that are not used."),
                lab.Photos.Remarks.Count == 0 ? null : Notes.Of("To know:", string.Join(" ", lab.Photos.Remarks))));
    }

    /// <summary>Adds what follows from printed numbers alone, writes this notebook's claims into the run, and shows them, with the notes
    /// that no cell has shown yet.</summary>
    public static HtmlView Verdicts(this Lab lab)
    {
        lab.Claims.CheckArithmetic();
        // One seed of several says nothing about the paper yet.
        if (lab.Options.OnlySeed is null) lab.Claims.Save(lab.Run.ClaimsFile(lab.Claims.Notebook));
        return Join(
            lab.Claims.Checks.IsEmpty
                ? Notes.Of("Nothing to judge.", "The report prints no number that this notebook could check.")
                : ClaimTable.Html(lab.Claims.Checks),
            lab.Damaged.Count == 0 ? null : Notes.Of("Damaged.", $"Decoding skipped more: {lab.Account()}."),
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
