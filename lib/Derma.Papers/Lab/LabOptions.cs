using System.Collections;
using System.Globalization;

namespace Derma.Papers;

/// <summary>
/// What a person chooses for a run, on the command line or by variables that a notebook reads, the same for every notebook of it.
/// </summary>
public sealed record LabOptions
{
    /// <summary>The built-in drawings, used where no other data is named.</summary>
    public const string BuiltIn = "synthetic";

    /// <summary>A card where there is one, else the processor.</summary>
    public const string AnyDevice = "auto";

    /// <summary>Names of variables that decide how a run is divided among processes, and none of its results.</summary>
    public const string OnlySeedVariable = "DERMA_ONLY_SEED", ProgressVariable = "DERMA_PROGRESS";

    /// <summary>Picture size, counts and training lengths (<c>DERMA_SCALE</c>).</summary>
    public Scale Scale { get; init; } = Scales.Quick;

    /// <summary><see cref="BuiltIn"/>, or <c>ID=PATH</c> of a photo set (<c>DERMA_DATA</c>).</summary>
    public string Data { get; init; } = BuiltIn;

    /// <summary>The first seed (<c>DERMA_SEED</c>).</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many seeds each training repeats (<c>DERMA_SEEDS</c>); null for the scale's own number.</summary>
    public int? Seeds { get; init; }

    /// <summary>Threads of a training (<c>DERMA_THREADS</c>). Part of its record: other thread counts give other bits.</summary>
    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, 8);

    /// <summary>
    /// Where trainings compute: <c>auto</c>, <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c> (<c>DERMA_DEVICE</c>). Part of a run's record.
    /// </summary>
    public string Device { get; init; } = AnyDevice;

    /// <summary>The repository's folder (<c>DERMA_ROOT</c>).</summary>
    public required string Root { get; init; }

    /// <summary>The run's folder (<c>DERMA_RUN</c>); null joins the newest run of the same choices, or starts one.</summary>
    public string? RunFolder { get; init; }

    /// <summary>
    /// The one seed that this process trains, of those of the run (<c>DERMA_ONLY_SEED</c>); null for all of them. What it trains is
    /// found by who goes through the notebook with all seeds.
    /// </summary>
    public long? OnlySeed { get; init; }

    /// <summary>A file that says how far the running training is (<c>DERMA_PROGRESS</c>); null for none.</summary>
    public string? ProgressFile { get; init; }

    /// <summary>A prediction service elsewhere that notebook 42 may measure (<c>DERMA_SERVICE_URL</c>); null for none.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>NuGet's folder of packages (<c>NUGET_PACKAGES</c>), where a pretrained network may lie.</summary>
    public string Packages { get; init; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The folder of packed photos, which <c>workbook data pack</c> writes.</summary>
    public string Packs => Path.Combine(Root, "data", "packs");

    /// <summary>The seeds that each training runs with.</summary>
    public IReadOnlyList<long> AllSeeds => From(Seeds ?? Scale.Seeds);

    /// <summary>The seeds that each fine-tuning runs with: one, where no number is asked for.</summary>
    public IReadOnlyList<long> TransferSeeds => From(Seeds ?? 1);

    /// <summary>The seeds that each training of Smart Derma runs with.</summary>
    public IReadOnlyList<long> SmartDermaSeeds => From(Seeds ?? Scale.SmartDerma.Seeds);

    /// <summary>The choices that variables make, with defaults for the rest.</summary>
    /// <param name="variables">Names and values, such as the environment's; what is missing or empty is not chosen.</param>
    /// <exception cref="UserError">A variable holds something else than its kind of value.</exception>
    public static LabOptions From(IDictionary variables)
    {
        string? Read(string name) => variables[name] is string { Length: > 0 } value ? value : null;
        var defaults = new LabOptions { Root = Read("DERMA_ROOT") ?? FindRoot() };
        return defaults with
        {
            Scale = Read("DERMA_SCALE") is { } scale ? Scales.Named(scale) : defaults.Scale,
            Data = Read("DERMA_DATA") ?? defaults.Data,
            Seed = Number("DERMA_SEED", Read("DERMA_SEED")) ?? defaults.Seed,
            Seeds = (int?)Number("DERMA_SEEDS", Read("DERMA_SEEDS")),
            Threads = (int?)Number("DERMA_THREADS", Read("DERMA_THREADS")) ?? defaults.Threads,
            Device = Read("DERMA_DEVICE") ?? defaults.Device,
            RunFolder = Read("DERMA_RUN"),
            OnlySeed = Number(OnlySeedVariable, Read(OnlySeedVariable)),
            ProgressFile = Read(ProgressVariable),
            ServiceUrl = Read(ServiceTarget.Variable),
            Packages = Read("NUGET_PACKAGES") ?? defaults.Packages,
        };
    }

    /// <summary>The same choices as environment variables, for a notebook in a process of its own.</summary>
    public IReadOnlyDictionary<string, string> ToEnvironment()
    {
        var variables = new Dictionary<string, string>
        {
            ["DERMA_ROOT"] = Root,
            ["DERMA_SCALE"] = Scale.Name,
            ["DERMA_DATA"] = Data,
            ["DERMA_SEED"] = Seed.ToString(CultureInfo.InvariantCulture),
            ["DERMA_THREADS"] = Threads.ToString(CultureInfo.InvariantCulture),
            ["DERMA_DEVICE"] = Device,
        };
        if (Seeds is { } seeds) variables["DERMA_SEEDS"] = seeds.ToString(CultureInfo.InvariantCulture);
        if (RunFolder is not null) variables["DERMA_RUN"] = RunFolder;
        if (ServiceUrl is not null) variables[ServiceTarget.Variable] = ServiceUrl;
        return variables;
    }

    IReadOnlyList<long> From(int count) => [.. Enumerable.Range(0, count).Select(i => Seed + i)];

    static long? Number(string name, string? text)
    {
        if (text is null) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        throw new UserError($"{name} is '{text}'; give a whole number.");
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Derma.slnx"))) return folder.FullName;
        throw new UserError(
            "This folder is not inside the workbook; open the notebook where it lies, or set DERMA_ROOT to the repository.");
    }
}
