namespace Derma.Papers;

/// <summary>What Smart Derma says of its data (section 4.1) and its training (section 4.2), held against a run's own choices.</summary>
public static class SmartDermaSetupClaims
{
    const double BytesPerGigabyte = 1e9;

    /// <summary>The 13 classes, spelled as in section 4.1.2.</summary>
    static readonly string[] PrintedClasses =
    [
        "Vitiligo", "Psoriasis", "Actinic Keratosis", "Basal Cell Carcinoma", "Eczema", "Sun Damage", "Acne", "Normal", "Seborrheic Keratosis",
        "Melanoma", "Moles", "Tinea", "Warts",
    ];

    /// <summary>Checks classes, counts and the three parts.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="photos">The run's photos, divided into training, validation and test.</param>
    /// <param name="classes">Titles or folders of the library's 13 classes, whatever data the run uses.</param>
    /// <param name="bytes">Size of the run's photo files, or null where nobody added it up.</param>
    public static IReadOnlyList<ClaimCheck> CheckData(
        ClaimBook book, PhotoSet photos, IReadOnlyCollection<string> classes, long? bytes = null)
    {
        double Share(Subset subset) => photos.Of(subset).Count / (double)photos.Photos.Count;
        List<ClaimCheck> checks =
        [
            book.Check("smart.data.images", photos.Photos.Count),
            book.Check("smart.data.classes", classes.Count),
            book.Check("smart.data.class-names", PrintedClasses.Intersect(classes.Select(name => name.Replace('_', ' '))).Count()),
            book.Check("smart.data.train-share", Share(Subset.Train)),
            book.Check("smart.data.validation-share", Share(Subset.Validation)),
            book.Check("smart.data.test-share", Share(Subset.Test)),
        ];
        if (bytes is { } size) checks.Add(book.Check("smart.data.gigabytes", size / BytesPerGigabyte));
        if (Count(photos, "Melanoma") is { } melanoma && Count(photos, "Warts") is { } warts && Count(photos, "Tinea") is { } tinea)
            checks.Add(book.Check("smart.data.melanoma-over-warts-and-tinea", melanoma > Math.Max(warts, tinea)));
        return checks;
    }

    /// <summary>Checks the training recipe that the notebooks state for the paper's scale.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="imageSize">Side of the photos in pixels.</param>
    /// <param name="epochs">Most epochs that a training may take.</param>
    /// <param name="batchSize">Photos a step.</param>
    /// <param name="optimizer">Name of the optimizer.</param>
    /// <param name="learningRate">Its first learning rate.</param>
    /// <param name="bestBy">Name of what the best checkpoint is best by.</param>
    public static IReadOnlyList<ClaimCheck> CheckRecipe(
        ClaimBook book, int imageSize, int epochs, int batchSize, string optimizer, double learningRate, string bestBy) =>
    [
        book.Check("smart.data.image-size", imageSize),
        book.Check("smart.training.epochs", epochs),
        book.Check("smart.training.batch-size", batchSize),
        book.Check("smart.training.optimizer", optimizer),
        book.Check("smart.training.learning-rate", learningRate),
        book.Check("smart.training.best-by", bestBy),
    ];

    /// <summary>Checks the ends of the ranges that the grid of the paper's scale tries (section 4.2.2).</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="dropouts">Dropout rates of the head.</param>
    /// <param name="weightDecays">Weight decays.</param>
    public static IReadOnlyList<ClaimCheck> CheckGrid(
        ClaimBook book, IReadOnlyCollection<double> dropouts, IReadOnlyCollection<double> weightDecays) =>
    [
        book.Check("smart.training.dropout-lowest", dropouts.Min()),
        book.Check("smart.training.dropout-highest", dropouts.Max()),
        book.Check("smart.training.weight-decay-lowest", weightDecays.Min()),
        book.Check("smart.training.weight-decay-highest", weightDecays.Max()),
    ];

    static int? Count(PhotoSet photos, string folder)
    {
        var label = photos.Classes.ToList().IndexOf(folder);
        return label < 0 ? null : photos.Photos.Count(photo => photo.Label == label);
    }
}
