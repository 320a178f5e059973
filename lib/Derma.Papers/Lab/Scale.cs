using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>
/// How large a run is: picture size, how many pictures, how long each attempt trains. The same notebooks run at every scale.
/// </summary>
public sealed record Scale
{
    /// <summary>The name on the command line and in <c>DERMA_SCALE</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Side of the square pictures, in pixels. The CNN report uses 256 (section 2.1).</summary>
    public required int ImageSize { get; init; }

    /// <summary>How many built-in drawings to make for training and for validation.</summary>
    public required (int Train, int Validation) Drawings { get; init; }

    /// <summary>Size and drawings of Smart Derma's notebooks.</summary>
    public required SmartDermaScale SmartDerma { get; init; }

    /// <summary>Size and epochs of the fine-tuning of notebook 50.</summary>
    public required TransferScale Transfer { get; init; }

    /// <summary>Most training photos taken from a set of real photos, and twice the most of any other part; null for all of them.</summary>
    public int? MaxPhotos { get; init; }

    /// <summary>
    /// Optimizer steps of every attempt of the CNN report, so that what one changes is all that differs. As printed, attempt 10 adds twice
    /// as many, and 6 and 8 end after a half and a quarter. Null trains for the epochs that the report prints.
    /// </summary>
    public int? AttemptSteps { get; init; }

    /// <summary>Steps of attempt 1, where the others' are too few for it to memorise its photos; null for the others'.</summary>
    public int? FirstAttemptSteps { get; init; }

    /// <summary>
    /// Momentum of batch norm's moving statistics in the CNN report's networks, as PyTorch counts it; null for Keras' 0.01. Where the steps
    /// are cut, the window over which they average is cut with them.
    /// </summary>
    public double? BatchNormMomentum { get; init; }

    /// <summary>Epochs between two validations; the last epoch is always validated.</summary>
    public int ValidateEvery { get; init; } = 1;

    /// <summary>Optimizer steps of the better recipe on drawings and on real photos; null trains for its epochs.</summary>
    public (int? Drawings, int? Photos) RecipeSteps { get; init; }

    /// <summary>How many seeds each training repeats by default.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>
    /// Steps and photos of a variant in the solutions to the exercises; null for an eighth of the attempt's steps on all photos.
    /// </summary>
    public (int Steps, int Photos)? Exercises { get; init; }

    /// <summary>What a cluster's job is given.</summary>
    public required ScaleJobs Jobs { get; init; }

    /// <summary>Whether sizes and epochs are those the papers print.</summary>
    public bool IsAsPrinted { get; init; }

    /// <summary>What a reader should expect, in one sentence.</summary>
    public required string About { get; init; }
}

/// <summary>The part of a scale that the notebooks of Smart Derma read.</summary>
public sealed record SmartDermaScale
{
    /// <summary>Side of the square pictures, in pixels. Smart Derma uses 224 (section 4.1.4).</summary>
    public required int ImageSize { get; init; }

    /// <summary>How many built-in drawings of its 13 classes to make; validation takes its share of those for training.</summary>
    public required (int Train, int Test) Drawings { get; init; }

    /// <summary>Most epochs of a network on drawings and on real photos; null for the recipe's own.</summary>
    public (int? Drawings, int? Photos) Epochs { get; init; }

    /// <summary>How many seeds each training repeats by default.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>The grid search of notebook 37.</summary>
    public required Grid Grid { get; init; }

    /// <summary>Training photos and most epochs of the small trainings of notebooks 31 and 38 that show the recipe's parts at
    /// work.</summary>
    public (int Photos, int Epochs) Rehearsal { get; init; } = (200, 50);

    /// <summary>How many requests notebooks 41 to 43 send.</summary>
    public LatencyEffort Latency { get; init; } = LatencyEffort.Quick;

    /// <summary>How long networks and their ONNX files are timed in notebook 40.</summary>
    public SpeedOptions Speed { get; init; } = new();
}

/// <summary>The part of a scale that notebook 50 reads.</summary>
/// <param name="ImageSize">Side of the square pictures, in pixels.</param>
/// <param name="Epochs">Epochs of each training.</param>
public sealed record TransferScale(ByPhotos ImageSize, ByPhotos Epochs);

/// <summary>What the jobs of a run are given on a cluster.</summary>
/// <param name="Training">A notebook that trains, or one seed or trial of it.</param>
/// <param name="Reading">A notebook that works with what others trained.</param>
public sealed record ScaleJobs(JobResources Training, JobResources Reading);

/// <summary>What one job asks of a cluster.</summary>
/// <param name="Cores">Cores; a training has as many threads.</param>
/// <param name="Gigabytes">Memory.</param>
/// <param name="Minutes">The longest that it may take before it is stopped; a training that is stopped queues again and goes on.</param>
/// <param name="Gpus">Cards.</param>
public sealed record JobResources(int Cores, int Gigabytes, int Minutes, int Gpus = 0);

/// <summary>A number that depends on what is trained on.</summary>
/// <param name="Drawings">For the built-in drawings.</param>
/// <param name="Photos">For real photos.</param>
public readonly record struct ByPhotos(int Drawings, int Photos)
{
    /// <summary>The number for these photos.</summary>
    public int For(PhotoSet photos) => photos.Synthetic ? Drawings : Photos;
}

/// <summary>How many requests notebooks 41 to 43 send.</summary>
/// <param name="Requests">To an idle service on this machine, one at a time.</param>
/// <param name="WarmUp">Before those, not counted.</param>
/// <param name="LineRequests">Through the emulated line, for a new and for a kept connection each.</param>
/// <param name="LoadSeconds">Length of each open loop.</param>
/// <param name="RemoteRequests">To a remote service, one at a time, two a second at most.</param>
/// <param name="FinderStep">Of the practices that the finder names, every so many is asked about.</param>
public sealed record LatencyEffort(int Requests, int WarmUp, int LineRequests, double LoadSeconds, int RemoteRequests, int FinderStep = 1)
{
    /// <summary>A check that every cell runs.</summary>
    public static LatencyEffort Smoke { get; } = new(12, 2, 5, 1, 5, FinderStep: 10);

    /// <summary>Enough for a median and a 95th percentile.</summary>
    public static LatencyEffort Quick { get; } = new(80, 8, 30, 4, 60);

    /// <summary>Enough for an interval of the 99th percentile.</summary>
    public static LatencyEffort Long { get; } = new(400, 20, 400, 20, 400);
}

/// <summary>The values that a grid search tries; every combination is one trial.</summary>
public sealed record Grid
{
    /// <summary>The network of every trial.</summary>
    public required string Network { get; init; }

    /// <summary>Batch sizes.</summary>
    public required ImmutableArray<int> BatchSizes { get; init; }

    /// <summary>Learning rates.</summary>
    public required ImmutableArray<double> LearningRates { get; init; }

    /// <summary>Weight decays (4.2.2: 1e-5 to 1e-3).</summary>
    public required ImmutableArray<double> WeightDecays { get; init; }

    /// <summary>Dropout rates of the head (4.2.2: 0.3 to 0.5).</summary>
    public required ImmutableArray<double> Dropouts { get; init; }

    /// <summary>Training photos that each trial sees.</summary>
    public required int Photos { get; init; }

    /// <summary>A grid over the printed ranges: the paper names what was tuned, and not the values.</summary>
    public static Grid Paper { get; } = new()
    {
        Network = NetworkNames.MobileNetV3Large,
        BatchSizes = [16, 32, 64],
        LearningRates = [1e-4, 3e-4, 1e-3, 3e-3],
        WeightDecays = [1e-5, 1e-4, 1e-3],
        Dropouts = [0.3, 0.4, 0.5],
        Photos = 400_000,
    };
}
