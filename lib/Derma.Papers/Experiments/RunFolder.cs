using System.Globalization;
using System.Text.Json;

namespace Derma.Papers;

/// <summary>The folder of one run below <c>runs/</c>: its choices in <c>run.json</c>, one folder an attempt, the claims.</summary>
public sealed class RunFolder
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    RunFolder(string path) => Location = path;

    /// <summary>Full path of the folder.</summary>
    public string Location { get; }

    /// <summary>Where one seed of one attempt keeps its history, metrics, checkpoints and events.</summary>
    public string AttemptFolder(string name, long seed) => Path.Combine(Location, "attempts", name, $"seed-{seed}");

    /// <summary>Where one seed of one network of Smart Derma keeps the same.</summary>
    public string NetworkFolder(string name, long seed) => Path.Combine(Location, "networks", name, $"seed-{seed}");

    /// <summary>Where the grid search keeps its trials.</summary>
    public string GridFile => Path.Combine(Location, "grid", "trials.jsonl");

    /// <summary>Where one notebook keeps its claims.</summary>
    public string ClaimsFile(string notebook) => Path.Combine(Location, "claims", notebook + ".json");

    /// <summary>Opens the run that the options name, or joins the newest run of the same choices, or starts one.</summary>
    public static RunFolder Open(LabOptions options) =>
        options.RunFolder is { } named ? At(Path.GetFullPath(named), options)
        : Newest(options) ?? Start(options);

    /// <summary>Starts a run in a folder named by the time and its choices, and points <c>runs/latest</c> to it.</summary>
    public static RunFolder Start(LabOptions options)
    {
        var time = DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return At(Path.Combine(options.Root, "runs", $"{time}-{options.Scale.Name}-{options.Data.Split('=')[0]}"), options);
    }

    /// <summary>The choices of a run that exists, whatever the environment says.</summary>
    /// <param name="path">The run's folder, or a link to it.</param>
    /// <param name="root">The repository's folder.</param>
    /// <exception cref="UserError">There is no run.</exception>
    public static LabOptions OptionsOf(string path, string root)
    {
        var folder = new DirectoryInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
        var file = Path.Combine(folder, "run.json");
        if (!File.Exists(file)) throw new UserError($"There is no run in {path}: it has no run.json. './workbook run' makes one; --run names its folder.");
        try
        {
            var choices = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            long[] seeds = [.. choices.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetInt64())];
            var scale = Scales.Named(choices.GetProperty("scale").GetString()!);
            return new LabOptions
            {
                Root = root, RunFolder = folder, Scale = scale, Data = choices.GetProperty("data").GetString()!,
                Seed = seeds[0], Seeds = seeds.Length == scale.Seeds ? null : seeds.Length, Threads = choices.GetProperty("threads").GetInt32(),
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
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
        new { scale = options.Scale.Name, data = options.Data, seeds = options.AllSeeds, threads = options.Threads }, Indented);

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
