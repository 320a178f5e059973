namespace Derma.Training;

/// <summary>Says what a set of photos lacks, by the names of its classes, before anyone trains on it.</summary>
public static class SetCheck
{
    const int TrialSize = 8;

    /// <summary>The set itself with remarks on tiny classes, where every class of its folders has a photo that can be decoded.</summary>
    /// <remarks>Of each class and part the photos are decoded up to the first that is whole.</remarks>
    /// <param name="set">The set as a loader lists it.</param>
    /// <param name="root">Its folder, for the message.</param>
    /// <exception cref="UserError">No photo can be read, or none of a class; one message names every such class.</exception>
    public static PhotoSet RequirePhotos(this PhotoSet set, string root)
    {
        if (set.Photos.Count == 0) throw new UserError($"No photo in '{root}' can be read: {Files(set.Skipped)}.");
        var lacking = Lacking(set).ToList();
        if (lacking.Count == set.Classes.Count * Parts(set).Count() && !set.Photos.Any(IsWhole))
            throw new UserError($"No photo in '{root}' can be read: none of its {set.Photos.Count:N0} JPEG and PNG files is whole.");
        if (lacking.Count > 0)
            throw new UserError($"'{root}' is not enough to train on: {string.Join("; ", lacking)}. Add photos, or leave the class out.");
        if (set.Of(Subset.Validation).Count + set.Of(Subset.Test).Count == 0)
            throw new UserError($"'{root}' has too few photos to hold any out: {set.Photos.Count:N0} of {set.Classes.Count} classes. "
                + "A held-out part takes a fifth of each class, in whole lesions.");
        return set with { Remarks = [.. set.Remarks, .. Single(set)] };
    }

    /// <summary>How many lesions have photos in training and in a held-out part, and how many held-out photos that touches.</summary>
    /// <param name="set">Photos with their parts.</param>
    public static string LesionsOnBothSides(this PhotoSet set)
    {
        var lesions = set.Photos.Where(photo => photo.Group != photo.Path).GroupBy(photo => photo.Group).ToList();
        if (lesions.Count == 0) return "No table names lesions, so nobody can tell whether one is on both sides of the split.";
        var shared = lesions.Where(lesion => lesion.Select(photo => photo.Subset == Subset.Train).Distinct().Count() > 1).ToList();
        var judged = shared.Sum(lesion => lesion.Count(photo => photo.Subset != Subset.Train));
        var held = set.Photos.Count(photo => photo.Subset != Subset.Train);
        return $"{lesions.Count:N0} {(lesions.Count == 1 ? "lesion" : "lesions")} known by name, {shared.Count:N0} of them on both sides "
            + $"of the split: {judged:N0} of {held:N0} held-out photos show a lesion that training sees.";
    }

    /// <summary>The set itself, where every class that it has photos of keeps one for training.</summary>
    /// <exception cref="UserError">The lesions and copies of the held-out parts leave a class nothing; it is named.</exception>
    internal static PhotoSet RequireParts(this PhotoSet set)
    {
        var training = set.CountPerClass(Subset.Train);
        var without = set.Classes.Where((_, label) => training[label] == 0).ToList();
        return without.Count == 0 ? set : throw new UserError($"No training photo is left of {string.Join(", ", without)}: "
            + "all of them show lesions of the held-out photos, or are copies of these.");
    }

    // A set that is divided here leaves a class of one or two photos in the training part, and says so.
    static IEnumerable<string> Lacking(PhotoSet set) =>
        from part in Parts(set)
        let counts = set.CountPerClass(part)
        from label in Enumerable.Range(0, set.Classes.Count)
        where counts[label] > 0 || part == Subset.Train || set.IsDivided
        where !set.Of(part).Where(photo => photo.Label == label).Any(IsWhole)
        select $"{set.Classes[label]} has no readable {Word(part)} photo";

    static IEnumerable<Subset> Parts(PhotoSet set) => Enum.GetValues<Subset>().Where(part => part == Subset.Train || set.Of(part).Count > 0
        || part == Subset.Validation && set.IsDivided);

    static bool IsWhole(Photo photo) => PhotoDecoder.TryDecode(photo.Path, TrialSize, new byte[TrialSize * TrialSize * 3], out _);

    static IEnumerable<string> Single(PhotoSet set) =>
        from part in Parts(set)
        let counts = set.CountPerClass(part)
        from label in Enumerable.Range(0, set.Classes.Count)
        where counts[label] < 2
        select $"{set.Classes[label]} has {(counts[label] == 0 ? "no" : "one")} {Word(part)} photo: no figure about it means much.";

    static string Word(Subset part) => part == Subset.Train ? "training" : part == Subset.Validation ? "held-out" : "test";

    static string Files(IReadOnlyList<SkippedPhoto> skipped) => skipped.Count == 0 ? "there is no file"
        : $"{skipped.Count:N0} files are skipped, {Path.GetFileName(skipped[0].Path)} first, which {skipped[0].Reason}";
}
