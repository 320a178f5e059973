using System.CommandLine;
using System.Globalization;

namespace Derma.Cli;

/// <summary>What the command line says of a cluster.</summary>
static class ClusterOptions
{
    static readonly Option<string?> On = new("--on")
        { Description = "hand the notebooks to a cluster as jobs: slurm, or kubernetes (with --dry-run only)" };
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "with --on: print what would be submitted, and write nothing" };
    static readonly Option<int?> Cores = new("--cores")
        { Description = "with --on: cores of a job, and threads of its training (default: the scale's)" };
    static readonly Option<int?> Minutes = new("--time")
        { Description = "with --on: minutes that a job may take before it saves itself and queues again (default: the scale's)" };
    static readonly Option<int?> Gpus = new("--gpus") { Description = "with --on: cards of a job (default: the scale's)" };
    static readonly Option<int> Limit = new("--limit")
        { Description = "with --on: tasks of one array that may run at once", DefaultValueFactory = _ => ClusterChoices.UsualLimit };
    static readonly Option<int> Warning = new("--warning")
    {
        Description = "with --on: seconds before its end that a job is told to save itself",
        DefaultValueFactory = _ => ClusterChoices.UsualWarning,
    };
    static readonly Option<string> Setup = new("--setup")
        { Description = "with --on: a line of shell before each job, such as 'module load dotnet'", DefaultValueFactory = _ => "" };
    static readonly Option<string[]> Sbatch = new("--sbatch")
        { Description = "with --on slurm: an option of sbatch's own, such as --sbatch=--partition=gpu; may come several times" };
    static readonly Option<string> Image = new("--image")
        { Description = "with --on kubernetes: the container image", DefaultValueFactory = _ => ClusterChoices.UsualImage };
    static readonly Option<string?> Part = new("--part") { Hidden = true };

    public static void AddTo(Command command)
    {
        foreach (var option in new Option[] { On, DryRun, Cores, Minutes, Gpus, Limit, Warning, Setup, Sbatch, Image, Part })
            command.Add(option);
    }

    /// <summary>Threads of a training on a cluster: those of its job's cores; null where the run stays here.</summary>
    public static int? Threads(ParseResult parsed, Scale scale) =>
        parsed.GetValue(On) is null ? null : parsed.GetValue(Cores) ?? scale.Jobs.Training.Cores;

    /// <summary>A request with where it is to run.</summary>
    /// <exception cref="UserError">A choice does not exist, does not fit, or its cluster is not there.</exception>
    public static RunRequest AddTo(RunRequest request, ParseResult parsed)
    {
        if (parsed.GetValue(Part) is { } part)
            return request.Run.Files.Count == 1 && request.Options.RunFolder is not null ? request with { Part = RunPart.Parse(part) }
                : throw new UserError($"{Part.Name} goes with one notebook and an --out.");
        if (parsed.GetValue(On) is not { } cluster)
            return parsed.GetValue(DryRun) ? throw new UserError($"{DryRun.Name} goes with {On.Name}.") : request;
        if (request.Watch || request.Run is { CheckOnly: true } or { InteractiveTool: not null } or { WaitForDebugger: true })
            throw new UserError($"{On.Name} goes without --watch, --check, --engine or --wait-for-debugger, which are for one machine.");
        var choices = Choices(cluster, request, parsed);
        Require(choices);
        return request with { Cluster = choices };
    }

    static void Require(ClusterChoices choices)
    {
        if (choices.Cluster is not (ClusterChoices.Slurm or ClusterChoices.Kubernetes))
            throw new UserError($"{On.Name} takes {ClusterChoices.Slurm} or {ClusterChoices.Kubernetes}, not '{choices.Cluster}'.");
        if (choices.DryRun) return;
        if (choices.Cluster == ClusterChoices.Kubernetes)
            throw new UserError($"{On.Name} kubernetes prints its Jobs and submits none; add {DryRun.Name} and hand them to kubectl.");
        new Slurm(name => Surroundings.Program(name)).Require();
    }

    static ClusterChoices Choices(string cluster, RunRequest request, ParseResult parsed) => new()
    {
        Cluster = cluster,
        RunFolder = request.Options.RunFolder ?? "",
        Root = Repository.Root,
        Program = ["env", $"DERMA_ROOT={Repository.Root}", "dotnet", typeof(ClusterOptions).Assembly.Location],
        Arguments = Arguments(request),
        Jobs = request.Options.Scale.Jobs,
        DryRun = parsed.GetValue(DryRun),
        Instead = (Least(1, parsed.GetValue(Cores), Cores), Gigabytes(request), Least(1, parsed.GetValue(Minutes), Minutes),
            Least(0, parsed.GetValue(Gpus), Gpus)),
        Limit = (int)RunChoices.AtLeast(1, parsed.GetValue(Limit), Limit),
        WarningSeconds = (int)RunChoices.AtLeast(1, parsed.GetValue(Warning), Warning),
        Setup = parsed.GetValue(Setup)!,
        Sbatch = parsed.GetValue(Sbatch) ?? [],
        Image = parsed.GetValue(Image)!,
    };

    static int? Least(int least, int? value, Option option) => value is { } given ? (int)RunChoices.AtLeast(least, given, option) : null;

    static int? Gigabytes(RunRequest request) => request.Run.MemoryLimit is { } bytes ? (int)Math.Ceiling(bytes / (double)(1 << 30)) : null;

    /// <summary>The run's choices as words for each of its jobs, all but the folder.</summary>
    static IReadOnlyList<string> Arguments(RunRequest request)
    {
        static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
        var (options, run) = (request.Options, request.Run);
        return
        [
            "--scale", options.Scale.Name, "--data", options.Data, "--seed", Number(options.Seed),
            .. options.Seeds is { } seeds ? (string[])["--seeds", Number(seeds)] : [],
            "--threads", Number(options.Threads), "--device", options.Device,
            .. run.MemoryLimit is { } bytes ? (string[])["--memory", Number(bytes / (double)(1 << 30))] : [],
            .. run.Force && options.RunFolder is not null ? (string[])["--force"] : [],
            .. run.Parameters.SelectMany(pair => new[] { "--set", $"{pair.Key}={pair.Value}" }),
            .. run.Inputs.SelectMany(pair => new[] { "--input", $"{pair.Key}={pair.Value}" }),
        ];
    }
}
