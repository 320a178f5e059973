using System.Collections.Concurrent;

namespace Derma.Papers;

/// <summary>
/// What a notebook works with: the run's choices and folder, the photos, trained attempts, the claims it checks. One a notebook;
/// everything it trains is written to the run's folder and found there by the notebooks that follow.
/// </summary>
public sealed class Lab
{
    const int VariantShare = 4;

    readonly Dictionary<Subset, PixelCache> caches = [];

    Lab(string notebook, LabOptions options, PhotoSet photos, int imageSize, IReadOnlyList<long> seeds)
    {
        (Options, Run, Photos, ImageSize, Seeds) = (options, RunFolder.Open(options), photos, imageSize, seeds);
        Claims = new ClaimBook(Ledger.Both, notebook, new ClaimContext
        {
            DataSetId = photos.Id,
            Synthetic = photos.Synthetic,
            Scale = options.Scale.Name,
            IsPaperScale = options.Scale == Scales.Paper,
            OriginalOf = Catalog.Default.Find(photos.Id)?.OriginalOf,
        });
    }

    /// <summary>The repository's folder, as a notebook finds it.</summary>
    public static string Root => LabOptions.FromEnvironment().Root;

    /// <summary>The run's choices.</summary>
    public LabOptions Options { get; }

    /// <summary>The run's folder.</summary>
    public RunFolder Run { get; }

    /// <summary>The photos of this run, or the built-in drawings.</summary>
    public PhotoSet Photos { get; }

    /// <summary>The papers' numbers, and what this notebook finds about them.</summary>
    public ClaimBook Claims { get; }

    /// <summary>Side of the square pictures, in pixels.</summary>
    public int ImageSize { get; }

    /// <summary>The seeds that each training runs with.</summary>
    public IReadOnlyList<long> Seeds { get; }

    /// <summary>What was trained or read of Smart Derma's networks; the files of a finished training no longer change.</summary>
    internal Dictionary<Experiment, TrainedExperiment> Networks { get; } = [];

    /// <summary>Opens the lab for one notebook of the CNN report: chooses the data, joins or starts the run.</summary>
    /// <param name="notebook">The notebook's id, its file name without the ending.</param>
    /// <param name="options">The choices; those of the environment where null.</param>
    /// <exception cref="UserError">A choice or the data does not fit.</exception>
    public static Lab Open(string notebook, LabOptions? options = null)
    {
        options ??= LabOptions.FromEnvironment();
        Allocator.KeepLargeBlocks();
        return new Lab(notebook, options, LabPhotos.Open(options), options.Scale.ImageSize, options.AllSeeds);
    }

    /// <summary>Opens the lab for one notebook of Smart Derma: photos in three parts, at that paper's sizes.</summary>
    /// <param name="notebook">The notebook's id, its file name without the ending.</param>
    /// <param name="options">The choices; those of the environment where null.</param>
    /// <exception cref="UserError">A choice or the data does not fit.</exception>
    public static Lab OpenSmartDerma(string notebook, LabOptions? options = null)
    {
        options ??= LabOptions.FromEnvironment();
        Allocator.KeepLargeBlocks();
        return new Lab(notebook, options, LabPhotos.OpenThreeParts(options), options.Scale.SmartDerma.ImageSize, options.SmartDermaSeeds);
    }

    /// <summary>The same lab on other photos, such as a sample of its own. The run keeps one training a name: what is trained there needs a variant's name.</summary>
    /// <param name="photos">Photos of the same classes.</param>
    public Lab On(PhotoSet photos) => new(Claims.Notebook, Options, photos, ImageSize, Seeds);

    /// <summary>The decoded photos of one part, at the scale's size. Decoded once a notebook.</summary>
    public PixelCache Pixels(Subset subset)
    {
        if (!caches.TryGetValue(subset, out var cache))
            caches[subset] = cache = PixelCache.Load(Photos.Of(subset), ImageSize, Options.Threads);
        return cache;
    }

    /// <summary>Trains an attempt with every seed of the run, or reads what the run already holds of it.</summary>
    /// <param name="attempt">What to train; an attempt that continues another trains that one first where it is missing.</param>
    /// <param name="view">A live curve, or null.</param>
    /// <param name="steps">A budget of optimizer steps in place of the scale's, to give variants the same length; null for the scale's.</param>
    /// <exception cref="UserError">The run holds a training of this name with other options, such as another budget.</exception>
    /// <exception cref="OperationCanceledException">Stopped; running it again goes on.</exception>
    public TrainedAttempt Train(Attempt attempt, TrainingView? view = null, int? steps = null)
    {
        var origin = attempt.ContinuesFrom is { } number ? Train(Attempts.All[number - 1], view) : null;
        var training = Training(attempt, Pixels(Subset.Train), Pixels(Subset.Validation), steps);
        return new TrainedAttempt(attempt,
        [
            .. Options.AllSeeds.Select((seed, i) => training.Run(
                seed, Run.AttemptFolder(attempt.FolderName, seed), origin is null ? null : new CheckpointOptions(origin.Seeds[i].Folder).Last, view)),
        ]);
    }

    /// <summary>What this run holds of one of the ten attempts, or null.</summary>
    public TrainedAttempt? Find(int number) => Find(Attempts.All[number - 1]);

    /// <summary>Those of the ten attempts that this run holds, in order.</summary>
    public IReadOnlyList<TrainedAttempt> Trained() => [.. Attempts.All.Select(Find).OfType<TrainedAttempt>()];

    /// <summary>The trained attempt with the best validation accuracy; trains attempt 9 where the run holds none.</summary>
    public TrainedAttempt Best() =>
        Trained().MaxBy(attempt => attempt.Mean(seed => seed.ValidationAccuracy)) ?? Train(Attempts.Ninth);

    internal AttemptTraining Training(Attempt attempt, PixelCache train, PixelCache validation, int? steps = null) =>
        new(attempt, (train, validation), Photos.Classes, Options, steps ?? StepsFor(attempt));

    TrainedAttempt? Find(Attempt attempt)
    {
        var folders = Options.AllSeeds.Select(seed => (seed, Folder: Run.AttemptFolder(attempt.FolderName, seed))).ToList();
        return folders.All(seed => File.Exists(Path.Combine(seed.Folder, TrainedSeed.MetricsFile)))
            ? new TrainedAttempt(attempt, [.. folders.Select(seed => TrainedSeed.Load(seed.seed, seed.Folder))])
            : null;
    }

    /// <summary>A recipe of our own has a budget of its own, the report's attempts by the scale's budget, their variants by a quarter of it: enough to compare.</summary>
    int? StepsFor(Attempt attempt) =>
        attempt.Schedule == RateSchedule.OneCycle ? (Photos.Synthetic ? Options.Scale.RecipeSteps.Drawings : Options.Scale.RecipeSteps.Photos)
        : attempt.Variant.Length == 0 ? Options.Scale.StepsFor(attempt.Number)
        : Options.Scale.StepsFor(attempt.Number) / VariantShare;
}
