using System.Collections.Immutable;

namespace Derma.Training;

/// <summary>A table of photos: which files there are, of which class, in which part. Pixels are read elsewhere.</summary>
/// <param name="Id">Short name, as on the command line.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Synthetic">True where the pictures are drawn, so that every page can say so.</param>
/// <param name="Classes">Class names in label order.</param>
/// <param name="Photos">All photos of all subsets.</param>
public sealed record PhotoSet(string Id, string Title, bool Synthetic, IReadOnlyList<string> Classes, IReadOnlyList<Photo> Photos)
{
    readonly int? found;

    /// <summary>Files below the set's folder that are none of <see cref="Photos"/>, each with its reason.</summary>
    public IReadOnlyList<SkippedPhoto> Skipped { get; init; } = [];

    /// <summary>Good photos that take no part, each with its reason: its lesion is judged elsewhere, or the scale takes a sample.</summary>
    public IReadOnlyList<SkippedPhoto> SetAside { get; init; } = [];

    /// <summary>What a reader should know: contradictions of a table, photos that it names and that are not there, tiny classes.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Rows of the set's table, by the path of their photo; empty where it has none. Of drawings, the tone of each.</summary>
    public IReadOnlyDictionary<string, TableRow> Rows { get; init; } = ImmutableDictionary<string, TableRow>.Empty;

    /// <summary>The set's folder; null for photos that were put together otherwise.</summary>
    public string? Root { get; init; }

    /// <summary>Whether the set's own folders say which photos are for training and which are held out.</summary>
    public bool IsDivided { get; init; }

    /// <summary>Files that were found below the set's folder.</summary>
    public int Found { get => found ?? Photos.Count + Skipped.Count + SetAside.Count; init => found = value; }

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
        return Without(photo => photo.Subset == subset && !kept.Contains(photo), "is left out of the scale's sample");
    }

    /// <summary>Sets photos aside for a reason.</summary>
    internal PhotoSet Without(Func<Photo, bool> isLeftOut, string reason) => (this with
    {
        Photos = [.. Photos.Where(photo => !isLeftOut(photo))],
        SetAside = [.. SetAside, .. Photos.Where(isLeftOut).Select(photo => new SkippedPhoto(photo.Path, reason))],
        Found = Found,
    }).Counted();

    /// <summary>The set itself, where every file that was found is used, skipped or set aside, and none is two of them.</summary>
    /// <exception cref="InvalidOperationException">The three do not add up: a loader lost a file.</exception>
    internal PhotoSet Counted()
    {
        var listed = Photos.Select(photo => photo.Path).Concat(Skipped.Concat(SetAside).Select(file => file.Path)).ToList();
        return listed.Count == Found && listed.Distinct(StringComparer.Ordinal).Count() == Found ? this
            : throw new InvalidOperationException($"Of {Found} files of '{Id}', {Photos.Count} are used, "
                + $"{Skipped.Count} skipped and {SetAside.Count} set aside.");
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
    /// photos of training and validation whose lesion or copy is in the test part are left out. A set with
    /// three parts is divided already, and only that is done.
    /// </remarks>
    /// <param name="options">Shares and seed; <see cref="SplitOptions.ThreeParts"/> where null.</param>
    /// <exception cref="UserError">The shares are not fractions that leave a training part, or a class keeps no training photo.</exception>
    public PhotoSet InThreeParts(SplitOptions? options = null)
    {
        options ??= SplitOptions.ThreeParts;
        var judged = Of(Subset.Test).Count > 0 ? this : this with { Photos = [.. Photos.Select(Judged)] };
        var together = (Synthetic ? judged : judged.WithCopiesTogether()).WithoutLeaksInto(Subset.Test);
        if (together.Of(Subset.Validation).Count > 0) return together.WithoutLeaksInto(Subset.Validation).RequireParts();
        var share = options.ValidationShareOfRest;
        return (together with
        {
            Photos = GroupedSplit.Move(together.Photos, Subset.Train, Subset.Validation, share, options.Seed, options.GroupOf),
        }).RequireParts();

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
public sealed record SkippedPhoto(string Path, string Reason)
{
    /// <summary>Whether its name ends like a photo's.</summary>
    public bool IsNamedLikePhoto => TableText.WithoutEnding(Path) != Path.Replace('\\', '/').TrimStart('.', '/');

    /// <summary>The file from a folder on, for a page: without characters that nobody can see.</summary>
    /// <param name="root">The set's folder, or null for the file's name alone.</param>
    public string NameIn(string? root) => string.Concat(
        (root is null ? System.IO.Path.GetFileName(Path) : System.IO.Path.GetRelativePath(root, Path))
        .Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
