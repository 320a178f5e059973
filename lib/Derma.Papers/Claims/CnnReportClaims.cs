namespace Derma.Papers;

/// <summary>What the CNN report says of its data set (sections 2.1 and 3.4), held against the run's photos.</summary>
public static class DatasetClaims
{
    /// <summary>Checks counts, classes and files.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="photos">The run's photos.</param>
    /// <param name="unreadable">How many of them could not be decoded.</param>
    /// <param name="commonSide">The side in pixels that most files have; null where nobody looked.</param>
    /// <param name="isSample">Whether the scale took some of the set's photos only: how many there are then says nothing of the
    /// set.</param>
    public static IReadOnlyList<ClaimCheck> Check(
        ClaimBook book, PhotoSet photos, int unreadable, int? commonSide = null, bool isSample = false)
    {
        ClaimCheck Count(string part, int found) => isSample
            ? book.Leave($"cnn.data.{part}", $"This scale took a sample of the photos, {found:N0} here.")
                : book.Check($"cnn.data.{part}", found);
        var printed = Catalog.Default.Entries.Single(set => set.OriginalOf == "CNN report").Classes.Select(item => item.Folder);
        List<ClaimCheck> checks =
        [
            Count("images", photos.Photos.Count),
            Count("train", photos.Of(Subset.Train).Count),
            Count("test", photos.Photos.Count - photos.Of(Subset.Train).Count),
            book.Check("cnn.data.classes", photos.Classes.Count),
            book.Check("cnn.data.class-names", photos.Classes.Intersect(printed).Count()),
            book.Check("cnn.data.unusable", unreadable, note: $"Of {photos.Photos.Count:N0} photos of this run."),
        ];
        if (commonSide is { } side) checks.Add(book.Check("cnn.data.image-size", side));
        return checks;
    }
}

/// <summary>What the CNN report shows of three predictions (section 4.3, Figs. 8 to 10), beside the three that a rule picks.</summary>
public static class PredictionClaims
{
    /// <summary>Checks labels and confidences, as far as there are such predictions.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="predictions">Probabilities of the validation photos.</param>
    /// <param name="examples">The photos picked.</param>
    /// <param name="sigmoidSum">Mean over the photos of the sum of the network's sigmoid outputs; null where its head is a softmax.</param>
    public static IReadOnlyList<ClaimCheck> Check(
        ClaimBook book, Predictions predictions, ExamplePredictions examples, double? sigmoidSum = null)
    {
        int?[] picked = [examples.Mixed, examples.SureAndRight, examples.SureAndWrong];
        List<ClaimCheck> checks = [book.Check("cnn.predictions.count", picked.Count(photo => photo is not null))];
        foreach (var (photo, figure) in picked.Zip(["cnn.fig-08.", "cnn.fig-09.", "cnn.fig-10."]))
            if (photo is { } i) checks.AddRange(Answer(book, predictions, i, figure));
        if (examples.Mixed is { } mixed)
            checks.Add(book.Check("cnn.fig-08.second", predictions.Row(mixed)[predictions.Labels[mixed]]));
        if (sigmoidSum is { } sum) checks.Add(book.Check("cnn.final.confidence-sum", sum));
        return checks;
    }

    static IEnumerable<ClaimCheck> Answer(ClaimBook book, Predictions predictions, int photo, string figure) =>
    [
        book.Check(figure + "predicted", Title(predictions.Classes[predictions.Predicted(photo)]),
            note: $"Here the photo shows {Title(predictions.Classes[predictions.Labels[photo]])}."),
        book.Check(figure + "confidence", predictions.Confidence(photo)),
    ];

    // The report writes Skin Cancer where the folder is SkinCancer.
    static string Title(string folder) =>
        Catalog.Default.Entries.SelectMany(entry => entry.Classes).FirstOrDefault(item => item.Folder == folder)?.Title ?? folder;
}
