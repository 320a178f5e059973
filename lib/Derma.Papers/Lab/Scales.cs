namespace Derma.Papers;

/// <summary>The four scales of the workbook.</summary>
public static class Scales
{
    /// <summary>The ends of the printed ranges on the smallest network: a grid for minutes.</summary>
    static readonly Grid Corners = Grid.Paper with
    {
        Network = NetworkNames.MobileNetV3Small,
        BatchSizes = [16, 32],
        LearningRates = [1e-3, 3e-3],
        WeightDecays = [1e-5, 1e-3],
        Dropouts = [0.3, 0.5],
        Photos = 640,
    };

    /// <summary>Continuous integration: every cell runs, no number means anything.</summary>
    public static Scale Smoke { get; } = new()
    {
        Name = "smoke",
        Jobs = new(new(1, 4, 20), new(1, 4, 20)),
        ImageSize = 64,
        Drawings = (176, 88),
        Transfer = new(new(64, 64), new(1, 1)),
        SmartDerma = new()
        {
            ImageSize = 64,
            Drawings = (130, 65),
            Epochs = (1, 1),
            Grid = Corners with { LearningRates = [1e-3], WeightDecays = [1e-5], Photos = 64 },
            Latency = LatencyEffort.Smoke,
            Speed = new() { LeastRuns = 1, Seconds = 0.02, Batches = [1], Threads = [2] },
            Rehearsal = (64, 4),
        },
        MaxPhotos = 400,
        RecipeSteps = (40, 40),
        Exercises = (2, 44),
        AttemptSteps = 30,
        BatchNormMomentum = 0.1,
        About = "a check that every cell runs, in about ten minutes; its numbers mean nothing",
    };

    /// <summary>The default: the qualitative story of the ten attempts, in minutes, on two cores.</summary>
    public static Scale Quick { get; } = new()
    {
        Name = "quick",
        Jobs = new(new(2, 4, 60), new(2, 4, 60)),
        ImageSize = 64,
        Drawings = (700, 450),
        Transfer = new(new(64, 64), new(5, 2)),
        SmartDerma = new()
        {
            ImageSize = 64, Drawings = (600, 390), Epochs = (14, 8), Grid = Corners with { BatchSizes = [8], Photos = 1_000 },
        },
        AttemptSteps = 352,
        FirstAttemptSteps = 880,
        BatchNormMomentum = 0.1,
        RecipeSteps = (330, null),
        ValidateEvery = 2,
        About = "small pictures and short trainings that keep the story of the ten attempts, in about forty minutes",
    };

    /// <summary>An hour or so: more pictures, longer trainings, several seeds.</summary>
    public static Scale Long { get; } = new()
    {
        Name = "long",
        Jobs = new(new(4, 8, 360), new(4, 8, 120)),
        ImageSize = 64,
        Drawings = (2_800, 1_000),
        Transfer = new(new(64, 128), new(12, 20)),
        SmartDerma = new()
        {
            ImageSize = 64,
            Drawings = (600, 1_000),
            Epochs = (10, 16),
            Seeds = 5,
            Grid = Corners with { LearningRates = [3e-4, 1e-3, 3e-3], Photos = 6_000 },
            Latency = LatencyEffort.Long,
        },
        AttemptSteps = 1_760,
        BatchNormMomentum = 0.1,
        Seeds = 3,
        About = "more pictures, longer trainings and several seeds, in an hour or so",
    };

    /// <summary>Sizes and epochs as the papers print them; wants a GPU and the original photos.</summary>
    public static Scale Paper { get; } = new()
    {
        Name = "paper",
        Jobs = new(new(8, 32, 24 * 60, Gpus: 1), new(8, 32, 4 * 60)),
        ImageSize = 256,
        Drawings = (13_898, 1_546),
        Transfer = new(new(224, 224), new(30, 60)),
        SmartDerma = new() { ImageSize = 224, Drawings = (48_960, 8_640), Grid = Grid.Paper, Latency = LatencyEffort.Long },
        IsAsPrinted = true,
        About = "sizes and epochs as printed, for a GPU and the original photos",
    };

    /// <summary>All of them, smallest first.</summary>
    public static IReadOnlyList<Scale> All { get; } = [Smoke, Quick, Long, Paper];

    /// <summary>The scale of a name.</summary>
    /// <param name="name">smoke, quick, long or paper.</param>
    /// <exception cref="UserError">No scale has that name.</exception>
    public static Scale Named(string name) =>
        All.FirstOrDefault(scale => scale.Name == name)
        ?? throw new UserError($"There is no scale '{name}'; choose one of {string.Join(", ", All.Select(scale => scale.Name))}.");
}
