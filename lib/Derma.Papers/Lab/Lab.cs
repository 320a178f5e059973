namespace Derma.Papers;

/// <summary>
/// What a notebook works with: the run's choices and folder, the photos, trained attempts, the claims it checks. One a notebook;
/// everything it trains is written to the run's folder and found there by the notebooks that follow.
/// </summary>
public sealed class Lab
{
    readonly Dictionary<Subset, PixelCache> caches = [];
    PixelPack? pack; // of all parts, since opening it reads and checks the whole file

    Lab(string notebook, LabOptions options, PhotoSet photos, int imageSize, IReadOnlyList<long> seeds, Action<string> say)
    {
        (Options, Run, Photos, ImageSize, Say) = (options, RunFolder.Open(options), photos, imageSize, say);
        Seeds = options.OnlySeed is { } only ? [only] : seeds;
        Claims = new ClaimBook(Ledger.All, notebook, new ClaimContext
        {
            DataSetId = photos.Id,
            Synthetic = photos.Synthetic,
            Scale = options.Scale.Name,
            IsPaperScale = options.Scale.IsAsPrinted,
            OriginalOf = Catalog.Default.Find(photos.Id)?.OriginalOf,
        });
    }

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

    /// <summary>The seeds that each training runs with: the run's, or the one that this process is for.</summary>
    public IReadOnlyList<long> Seeds { get; }

    /// <summary>Numbers of the notes that a cell of this notebook has shown.</summary>
    internal HashSet<int> NotesShown { get; } = [];

    /// <summary>Told a line when a training or a trial ends.</summary>
    internal Action<string> Say { get; }

    /// <summary>Opens the lab for one notebook of the CNN report: chooses the data, joins or starts the run.</summary>
    /// <param name="notebook">The notebook's id, its file name without the ending.</param>
    /// <param name="options">The run's choices.</param>
    /// <param name="say">Told a line when a training ends; nobody where null.</param>
    /// <exception cref="UserError">A choice or the data does not fit.</exception>
    public static Lab Open(string notebook, LabOptions options, Action<string>? say = null)
    {
        Allocator.KeepLargeBlocks();
        return new Lab(notebook, options, LabPhotos.Open(options), options.Scale.ImageSize, options.AllSeeds, say ?? Silence);
    }

    /// <summary>Opens the lab for one notebook of Smart Derma: photos in three parts, at that paper's sizes.</summary>
    /// <param name="notebook">The notebook's id, its file name without the ending.</param>
    /// <param name="options">The run's choices.</param>
    /// <param name="say">Told a line when a training or a trial ends; nobody where null.</param>
    /// <exception cref="UserError">A choice or the data does not fit.</exception>
    public static Lab OpenSmartDerma(string notebook, LabOptions options, Action<string>? say = null)
    {
        Allocator.KeepLargeBlocks();
        var scale = options.Scale.SmartDerma;
        return new Lab(notebook, options, LabPhotos.OpenThreeParts(options), scale.ImageSize, options.SmartDermaSeeds, say ?? Silence);
    }

    /// <summary>Opens the lab for a notebook that fine-tunes: photos in three parts, few of them for validation, which chooses
    /// nothing.</summary>
    /// <param name="notebook">The notebook's id, its file name without the ending.</param>
    /// <param name="options">The run's choices.</param>
    /// <param name="say">Told a line when a training ends; nobody where null.</param>
    /// <exception cref="UserError">A choice or the data does not fit.</exception>
    public static Lab OpenTransfer(string notebook, LabOptions options, Action<string>? say = null)
    {
        Allocator.KeepLargeBlocks();
        var photos = LabPhotos.OpenThreeParts(options, SplitOptions.ThreeParts with { ValidationFraction = 0.08 });
        return new Lab(notebook, options, photos, options.Scale.Transfer.ImageSize.For(photos), options.TransferSeeds, say ?? Silence);
    }

    /// <summary>
    /// The same lab on other photos, such as a sample of its own. The run keeps one training a name: what is trained there needs a
    /// variant's name.
    /// </summary>
    /// <param name="photos">Photos of the same classes.</param>
    public Lab On(PhotoSet photos) => new(Claims.Notebook, Options, photos, ImageSize, Seeds, Say);

    /// <summary>The decoded photos of one part, at the scale's size. Decoded once a notebook.</summary>
    public PixelCache Pixels(Subset subset)
    {
        if (!caches.TryGetValue(subset, out var cache))
            caches[subset] = cache = Packed(subset) ?? PixelCache.Load(Photos.Of(subset), ImageSize, Options.Threads);
        return cache;
    }

    // A pack whose photos have changed since says so once, and the photos are read.
    PixelCache? Packed(Subset subset)
    {
        var file = PixelPack.FileIn(Options.Packs, Photos.Id, ImageSize);
        if (!File.Exists(file)) return null;
        pack ??= PixelPack.Open(file);
        var pixels = pack.Pixels(Photos.Of(subset), ImageSize);
        if (pixels is null)
            Say($"{file} is not of these photos as they are now, so they are decoded; './workbook data pack' makes it anew.");
        return pixels;
    }

    /// <summary>Photos of the parts that were decoded so far whose pixels turned out damaged.</summary>
    internal IReadOnlyList<SkippedPhoto> Damaged => [.. caches.Values.SelectMany(cache => cache.Skipped)];

    /// <summary>Trains an experiment as it is with every seed of the run, or reads what the run already holds of it.</summary>
    /// <param name="experiment">What to train, at the scale's lengths.</param>
    /// <param name="view">A live curve, or null.</param>
    /// <param name="origin">From the place of a seed to the training that it goes on from; null for fresh weights.</param>
    internal Trained<T> TrainAsIs<T>(T experiment, TrainingView? view, Func<int, Origin>? origin = null)
        where T : Experiment
    {
        var run = new ExperimentRun(experiment, this);
        return new Trained<T>(experiment, [.. Seeds.Select((seed, i) => run.Train(seed, origin?.Invoke(i), view))]);
    }

    /// <summary>What the run holds of an experiment; null where a seed did not end.</summary>
    internal Trained<T>? FindAsIs<T>(T experiment)
        where T : Experiment
    {
        var run = new ExperimentRun(experiment, this);
        TrainedSeed[] seeds = [.. Seeds.Select(run.Find).OfType<TrainedSeed>()];
        return seeds.Length == Seeds.Count ? new Trained<T>(experiment, seeds) : null;
    }

    static void Silence(string line)
    {
    }
}
