using System.CommandLine;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary><c>workbook run</c>: the notebooks in order, then the site.</summary>
static class RunVerb
{
    const string OwnEngine = "own", ToolEngine = "interactive", Tool = "dotnet-interactive";

    static readonly Argument<string[]> Notebooks = new("notebooks")
    {
        Description = "numbers, names, files (.dib, .ipynb) or folders; the whole sequence without any", Arity = ArgumentArity.ZeroOrMore,
    };
    static readonly Option<string> Scale = new("--scale")
    {
        Description = "smoke (5 minutes), quick (20 minutes), long (an hour), paper (a GPU)",
        DefaultValueFactory = _ => Scales.Quick.Name,
    };
    static readonly Option<string[]> Only = new("--only")
        { Description = "run only these notebooks: numbers or names, with commas between them" };
    static readonly Option<bool> Solutions = new("--solutions")
        { Description = "then run the notebooks that solve the exercises; they train what they lack" };
    static readonly Option<string?> From = new("--from") { Description = "leave out the notebooks before this one" };
    static readonly Option<string> Data = new("--data")
        { Description = "your photos: ID=PATH; the built-in drawings without it", DefaultValueFactory = _ => LabOptions.BuiltIn };
    static readonly Option<long> Seed = new("--seed") { Description = "first seed", DefaultValueFactory = _ => 1 };
    static readonly Option<int?> Seeds = new("--seeds")
        { Description = "trainings per attempt, each with a seed of its own; tables show mean and spread" };
    static readonly Option<int?> Threads = new("--threads")
        { Description = "threads of a training; part of its record, whatever --jobs says" };
    static readonly Option<string> Device = new("--device")
    {
        Description = "where trainings compute: auto (a GPU where there is one), cpu, cuda, cuda:1",
        DefaultValueFactory = _ => LabOptions.AnyDevice,
    };
    static readonly Option<string?> Out = new("--out")
        { Description = "the run's folder; one that exists is continued (default: the newest of the same choices, or "
            + "runs/<time>-<scale>-<data>)" };
    static readonly Option<bool> Check = new("--check") { Description = "compile every cell and run none" };
    static readonly Option<string> Engine = new("--engine")
    {
        Description = "what runs the cells: own, or interactive (dotnet-interactive over stdio as VS Code runs it, where it is installed)",
        DefaultValueFactory = _ => OwnEngine,
    };
    static readonly Option<bool> Watch = new("--watch")
        { Description = "run again, what must be, whenever a notebook is saved, until Ctrl-C" };

    public static Command Create(RunReport report)
    {
        var command = new Command("run", "Run the notebooks and write runs/site/index.html.")
        {
            Notebooks, Scale, Only, From, Solutions, Data, Seed, Seeds, Threads, Device, Out, Check, Engine, Watch,
            RunChoices.Force, RunChoices.KeepGoing, RunChoices.WaitForDebugger,
        };
        ClusterOptions.AddTo(command);
        command.SetAction((parsed, stop) => new WorkbookRun(report).ExecuteAsync(Request(parsed), stop));
        return RunChoices.AddTo(command);
    }

    /// <exception cref="UserError">A choice does not exist or does not fit; nothing is written.</exception>
    static RunRequest Request(ParseResult parsed)
    {
        var options = new LabOptions
        {
            Root = Repository.Root,
            Scale = Scales.Named(parsed.GetValue(Scale)!),
            Data = FullDataPath(parsed.GetValue(Data)!),
            Seed = RunChoices.AtLeast(0, parsed.GetValue(Seed), Seed),
            Seeds = parsed.GetValue(Seeds) is { } seeds ? (int)RunChoices.AtLeast(1, seeds, Seeds) : null,
            Device = DeviceChoice.Parse(parsed.GetValue(Device)!).ToString(),
            RunFolder = parsed.GetValue(Out) is { } folder ? Path.GetFullPath(folder) : null,
        };
        if ((parsed.GetValue(Threads) ?? ClusterOptions.Threads(parsed, options.Scale)) is { } threads)
            options = options with { Threads = (int)RunChoices.AtLeast(1, threads, Threads) };
        const StringSplitOptions Cleanly = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var only = (parsed.GetValue(Only) ?? []).SelectMany(ids => ids.Split(',', Cleanly));
        var chosen = NotebookFile.Choose([.. parsed.GetValue(Notebooks) ?? [], .. only], parsed.GetValue(From));
        if (parsed.GetValue(Solutions)) chosen = [.. chosen, .. NotebookFile.Solutions()];
        var run = RunChoices.Of(parsed, [.. chosen.Select(notebook => notebook.Path)]) with
        {
            CheckOnly = parsed.GetValue(Check),
            InteractiveTool = ToolOf(parsed.GetValue(Engine)!, parsed.GetValue(Check)),
            LibraryFolders = [Repository.Library],
        };
        NotebookRunner.Check(run);
        if (!run.CheckOnly) CheckTargets(run.Files, options);
        LabPhotos.Check(options);
        return ClusterOptions.AddTo(new RunRequest(options, run, RunChoices.Timeout(parsed), parsed.GetValue(Watch)), parsed);
    }

    /// <summary>Full path of the tool where it is to run the cells; null for the engine of our own.</summary>
    static string? ToolOf(string engine, bool isCheck) => engine switch
    {
        OwnEngine => null,
        ToolEngine when isCheck =>
            throw new UserError($"{Check.Name} compiles with the engine of our own; leave out {Engine.Name} {ToolEngine}."),
        ToolEngine => Surroundings.Program(Tool) ?? throw new UserError(
            $"{Engine.Name} {ToolEngine} needs {Tool} on PATH; 'dotnet tool install --global Microsoft.dotnet-interactive' installs it."),
        _ => throw new UserError($"{Engine.Name} takes {OwnEngine} or {ToolEngine}, not '{engine}'."),
    };

    /// <summary>What lies in a folder that is no run's is a person's.</summary>
    static void CheckTargets(IReadOnlyList<string> files, LabOptions options)
    {
        var site = WorkbookSite.FolderOf(options);
        if (options.RunFolder is not { } folder) NotebookFiles.CheckTargets(files, [site], isNew: false);
        else NotebookFiles.CheckTargets(files, [Path.Combine(folder, "notebooks"), site], !File.Exists(Path.Combine(folder, "run.json")));
    }

    /// <summary>The notebooks run in their own folder, so a path is made whole here.</summary>
    static string FullDataPath(string data)
    {
        if (data == LabOptions.BuiltIn) return data;
        var parts = data.Split('=', 2);
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
            throw new UserError($"--data takes ID=PATH, such as ham10000=photos/ham10000, not '{data}'.");
        return $"{DataSources.CheckedId(parts[0])}={Path.GetFullPath(parts[1])}";
    }
}

/// <summary>A checked request to run notebooks.</summary>
/// <param name="Options">The choices that the notebooks see.</param>
/// <param name="Run">What to run and how, all but the folder of the run.</param>
/// <param name="Timeout">Time that all notebooks together may take; null for any.</param>
/// <param name="Watch">Whether to run again when a notebook is saved.</param>
sealed record RunRequest(LabOptions Options, RunOptions Run, TimeSpan? Timeout, bool Watch)
{
    /// <summary>Where else the notebooks are to run, and how; null for here and now. Its folder is not known yet.</summary>
    public ClusterChoices? Cluster { get; init; }

    /// <summary>The part of its one notebook that a job of a cluster does; null for a whole run.</summary>
    public RunPart? Part { get; init; }
}
