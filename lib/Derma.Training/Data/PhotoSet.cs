namespace Derma.Training;

/// <summary>A table of photos: which files there are, of which class, in which part. Pixels are read elsewhere.</summary>
/// <param name="Id">Short name, as on the command line.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Synthetic">True where the pictures are drawn, so that every page can say so.</param>
/// <param name="Classes">Class names in label order.</param>
/// <param name="Photos">All photos of all subsets.</param>
public sealed record PhotoSet(string Id, string Title, bool Synthetic, IReadOnlyList<string> Classes, IReadOnlyList<Photo> Photos)
{
    /// <summary>The photos of one subset, in the table's order.</summary>
    public IReadOnlyList<Photo> Of(Subset subset) => [.. Photos.Where(photo => photo.Subset == subset)];

    /// <summary>Photos in each class of one subset, in label order.</summary>
    public int[] CountPerClass(Subset subset)
    {
        var counts = new int[Classes.Count];
        foreach (var photo in Photos.Where(photo => photo.Subset == subset)) counts[photo.Label]++;
        return counts;
    }

    /// <summary>Thins one subset to about <paramref name="count"/> photos and leaves the others as they are.</summary>
    /// <remarks>Each class keeps its share (largest remainders) and at least one photo; the same seed picks the same photos.</remarks>
    /// <param name="subset">The part to thin.</param>
    /// <param name="count">Photos to keep; all where there are fewer.</param>
    /// <param name="seed">Picks which.</param>
    public PhotoSet Sample(Subset subset, int count, long seed)
    {
        var kept = Sampling.Stratified(Of(subset), CountPerClass(subset), count, seed);
        return this with { Photos = [.. Photos.Where(photo => photo.Subset != subset || kept.Contains(photo))] };
    }

    /// <summary>Moves a part of the training photos to <see cref="Subset.Test"/>, class by class, never dividing a group.</summary>
    /// <remarks>The CNN report has one held-out split for choosing and for judging (2.1); this part is for judging only.</remarks>
    /// <param name="fraction">Share of the training photos, between 0 and 1.</param>
    /// <param name="seed">Picks which groups.</param>
    /// <exception cref="UserError">The fraction is not between 0 and 1.</exception>
    public PhotoSet WithTestPart(double fraction, long seed) =>
        this with { Photos = GroupedSplit.Move(Photos, Subset.Train, Subset.Test, fraction, seed, photo => photo.Group) };

    /// <summary>Training, validation and test (Smart Derma, 4.1.5), where the set's own test part stays the test part.</summary>
    /// <remarks>
    /// A set with one held-out part keeps it for <see cref="Subset.Test"/> and gives a share of its training photos to
    /// <see cref="Subset.Validation"/>, class by class, by largest remainders. Lesions stay whole, and so do copies with the same bytes;
    /// photos
    /// of training and validation whose lesion or copy is in the test part are left out. A set with three parts is divided already, and
    /// only that is done.
    /// </remarks>
    /// <param name="options">Shares and seed; <see cref="SplitOptions.ThreeParts"/> where null.</param>
    /// <exception cref="UserError">The shares are not fractions that leave a training part.</exception>
    public PhotoSet InThreeParts(SplitOptions? options = null)
    {
        options ??= SplitOptions.ThreeParts;
        var judged = Of(Subset.Test).Count > 0 ? this : this with { Photos = [.. Photos.Select(Judged)] };
        var together = (Synthetic ? judged : judged.WithCopiesTogether()).WithoutLeaksInto(Subset.Test);
        if (together.Of(Subset.Validation).Count > 0) return together.WithoutLeaksInto(Subset.Validation);
        var share = options.ValidationShareOfRest;
        return together with
        {
            Photos = GroupedSplit.Move(together.Photos, Subset.Train, Subset.Validation, share, options.Seed, options.GroupOf),
        };

        static Photo Judged(Photo photo) => photo.Subset == Subset.Validation ? photo with { Subset = Subset.Test } : photo;
    }
}

/// <summary>One photo on disk.</summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Label">Index into <see cref="PhotoSet.Classes"/>.</param>
/// <param name="Group">What may not be divided between subsets: the lesion, or the path where that is unknown.</param>
/// <param name="Subset">The part the photo belongs to.</param>
public sealed record Photo(string Path, int Label, string Group, Subset Subset);

/// <summary>The part of a photo set that a photo belongs to.</summary>
public enum Subset
{
    /// <summary>Photos that weights are fitted to.</summary>
    Train,

    /// <summary>Held out: the CNN report's one test set, which it uses to choose between attempts and to judge them.</summary>
    Validation,

    /// <summary>Touched by no choice at all; empty unless the source has three parts or one is carved out.</summary>
    Test,
}

/// <summary>A photo that could not be used.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Reason">Why, in words for people: "is cut short", "is empty", …</param>
public sealed record SkippedPhoto(string Path, string Reason);
