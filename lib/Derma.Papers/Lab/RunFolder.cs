using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Derma.Papers;

/// <summary>
/// The folder of one run below <c>runs/</c>, and the one owner of paths in it: choices in <c>run.json</c>, a folder a training,
/// claims.
/// </summary>
public sealed class RunFolder
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    RunFolder(string path) => Location = Path.TrimEndingDirectorySeparator(path);

    /// <summary>Full path of the folder.</summary>
    public string Location { get; }

    /// <summary>Name of the folder, by which a model file remembers its run.</summary>
    public string Name => Path.GetFileName(Location);

    /// <summary>Where one seed of an experiment keeps its history, metrics, checkpoints and events.</summary>
    public TrainingFolder Training(Experiment experiment, long seed) => new(Path.Combine(Location, experiment.Folder, $"seed-{seed}"));

    /// <summary>Where the grid search keeps its trials.</summary>
    public string GridFile => Path.Combine(Location, "grid", "trials.jsonl");

    /// <summary>Where one trial of the grid is kept that a process of its own has run: two may not write into one file.</summary>
    public string TrialFile(int number) => Path.Combine(Location, "grid", $"trial-{number:0000}.jsonl");

    /// <summary>The files that hold trials, in their order.</summary>
    internal IReadOnlyList<string> GridFiles =>
        Path.GetDirectoryName(GridFile) is { } folder && Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "trial*.jsonl").Order(StringComparer.Ordinal)] : [];

    /// <summary>Where the jobs of a cluster keep their scripts, logs and records.</summary>
    public static string ClusterOf(string location) => Path.Combine(location, "cluster");

    /// <summary>Where one notebook keeps its claims.</summary>
    public string ClaimsFile(string notebook) => Path.Combine(Location, "claims", notebook + ".json");

    /// <summary>A run that is only read.</summary>
    /// <param name="path">Its folder.</param>
    internal static RunFolder Existing(string path) => new(path);

    /// <summary>Opens the run that the options name, or joins the newest run of the same choices, or starts one.</summary>
    public static RunFolder Open(LabOptions options) =>
        options.RunFolder is { } named ? At(Path.GetFullPath(named), options)
        : Newest(options) ?? Start(options);

    /// <summary>Starts a run in a folder named by the time and its choices, and points <c>runs/latest</c> to it.</summary>
    public static RunFolder Start(LabOptions options) => At(NewPath(options), options);

    /// <summary>The folder that a run which starts now would get.</summary>
    public static string NewPath(LabOptions options)
    {
        var time = DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return Path.Combine(options.Root, "runs", $"{time}-{options.Scale.Name}-{options.Data.Split('=')[0]}");
    }

    /// <summary>The choices of a run that exists; a run of before devices could be chosen has <c>auto</c>.</summary>
    /// <param name="path">The run's folder, or a link to it.</param>
    /// <param name="root">The repository's folder.</param>
    /// <exception cref="UserError">There is no run.</exception>
    public static LabOptions OptionsOf(string path, string root)
    {
        var folder = new DirectoryInfo(path) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : Path.GetFullPath(path);
        var file = Path.Combine(folder, "run.json");
        if (!File.Exists(file))
            throw new UserError($"There is no run in {path}: it has no run.json. './workbook run' makes one; --run names its folder.");
        try
        {
            var choices = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            long[] seeds = [.. choices.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetInt64())];
            var scale = Scales.Named(choices.GetProperty("scale").GetString()!);
            return new LabOptions
            {
                Root = root, RunFolder = folder, Scale = scale, Data = choices.GetProperty("data").GetString()!,
                Seed = seeds[0], Seeds = seeds.Length == scale.Seeds ? null : seeds.Length,
                Threads = choices.GetProperty("threads").GetInt32(),
                Device = choices.TryGetProperty("device", out var device) ? device.GetString()! : LabOptions.AnyDevice,
            };
        }
        catch (Exception error) when (
            error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new UserError($"{file} does not hold a run's choices: {error.Message}");
        }
    }

    static RunFolder At(string path, LabOptions options)
    {
        var file = Path.Combine(path, "run.json");
        if (File.Exists(file) && Choices(file) != Choices(options))
            throw new UserError($"The run in {path} was made with other choices (see its run.json); name another folder by --out.");
        Directory.CreateDirectory(path);
        if (!File.Exists(file)) AtomicFile.WriteText(file, Choices(options));
        PointLatestTo(path, options.Root);
        return new RunFolder(path);
    }

    /// <summary>The newest run of the same choices, or null.</summary>
    public static RunFolder? Newest(LabOptions options)
    {
        var runs = Path.Combine(options.Root, "runs");
        if (!Directory.Exists(runs)) return null;
        var newest = Directory.GetDirectories(runs)
            .Where(folder => File.Exists(Path.Combine(folder, "run.json")) && Choices(Path.Combine(folder, "run.json")) == Choices(options))
            .Where(folder => new DirectoryInfo(folder).LinkTarget is null)
            .Max(StringComparer.Ordinal);
        return newest is null ? null : new RunFolder(newest);
    }

    static string Choices(string file) => File.ReadAllText(file);

    static string Choices(LabOptions options) => JsonSerializer.Serialize(
        new
        {
            scale = options.Scale.Name, data = options.Data, seeds = options.AllSeeds, threads = options.Threads, device = options.Device,
        },
        Indented);

    static void PointLatestTo(string path, string root)
    {
        var link = Path.Combine(root, "runs", "latest");
        if (Path.GetDirectoryName(path) != Path.GetDirectoryName(link)) return;
        var target = Path.GetFileName(path);
        if (new FileInfo(link).LinkTarget == target) return;
        try
        {
            File.Delete(link);
            Directory.CreateSymbolicLink(link, target);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            File.WriteAllText(link + ".txt", target); // a system that forbids symbolic links
        }
    }
}

/// <summary>The folder of one training.</summary>
/// <param name="Location">Full path of the folder.</param>
public sealed record TrainingFolder(string Location)
{
    static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, IncludeFields = true, Converters = { new JsonStringEnumConverter() },
    };

    readonly CheckpointOptions checkpoints = new(Location);

    /// <summary>Every epoch (<see cref="Derma.Training.History"/>).</summary>
    public string History => Path.Combine(Location, "history.json");

    /// <summary>What the training ended with (<see cref="RunMetrics"/>).</summary>
    public string Metrics => Path.Combine(Location, "metrics.json");

    /// <summary>Probabilities of the validation photos.</summary>
    public string Validation => Path.Combine(Location, "validation.safetensors");

    /// <summary>Probabilities of the test photos, where there are any.</summary>
    public string Test => Path.Combine(Location, "test.safetensors");

    /// <summary>Weights of the best epoch.</summary>
    public string Best => checkpoints.Best;

    /// <summary>The last checkpoint, from which a training goes on.</summary>
    public string Last => checkpoints.Last;

    /// <summary>Histograms and activations, where they were asked for.</summary>
    public string Diagnostics => Path.Combine(Location, Derma.Training.Diagnostics.FileName);

    /// <summary>Whether the training has ended.</summary>
    public bool IsFinished => File.Exists(Metrics);

    /// <summary>A folder belongs to one configuration; a changed training wants a name of its own.</summary>
    /// <param name="config">What the training depends on.</param>
    /// <param name="name">The training's name for a reader.</param>
    /// <exception cref="UserError">The folder holds another configuration.</exception>
    internal void RequireSame(object config, string name)
    {
        var (file, text) = (Path.Combine(Location, "config.json"), JsonSerializer.Serialize(config, Json));
        if (!File.Exists(file)) AtomicFile.WriteText(file, text);
        else if (File.ReadAllText(file) != text)
            throw new UserError($"This run already holds another {name}: give the changed one a Variant of its own, such as "
                + "'with { Variant = \"wider\", … }'.");
    }
}
