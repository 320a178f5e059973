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
        Description = "smoke (2 minutes), quick (some minutes), long (an hour), paper (a GPU)",
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
        Description = "where trainings compute: auto (a GPU where there is one), cpu, cuda, cuda:1", DefaultValueFactory = _ => LabOptions.AnyDevice,
    };
    static readonly Option<int> Jobs = new("--jobs")
        { Description = "notebooks that may run side by side where none needs another", DefaultValueFactory = _ => 1 };
    static readonly Option<string?> Out = new("--out")
        { Description = "the run's folder; one that exists is continued (default: the newest of the same choices, or "
            + "runs/<time>-<scale>-<data>)" };
    static readonly Option<bool> Force = new("--force") { Description = "run everything again, in a new folder unless --out names one" };
    static readonly Option<bool> Check = new("--check") { Description = "compile every cell and run none" };
    static readonly Option<string> Engine = new("--engine")
    {
        Description = "what runs the cells: own, or interactive (dotnet-interactive over stdio as VS Code runs it, where it is installed)",
        DefaultValueFactory = _ => OwnEngine,
    };
    static readonly Option<bool> Watch = new("--watch")
        { Description = "run again, what must be, whenever a notebook is saved, until Ctrl-C" };
    static readonly Option<bool> KeepGoing = new("--keep-going")
        { Description = "after a failure, run the notebooks that do not need the one that failed" };
    static readonly Option<double> CellTimeout = new("--cell-timeout")
        { Description = "minutes that one cell may take", DefaultValueFactory = _ => 120 };
    static readonly Option<double?> Timeout = new("--timeout") { Description = "minutes that the whole run may take" };
    static readonly Option<double?> Memory = new("--memory")
        { Description = "gigabytes that one notebook and the programs it starts may use (default: nine tenths of the machine's)" };
    static readonly Option<string[]> Set = new("--set")
        { Description = "NAME=VALUE for a parameter: a variable in a cell that begins with '// parameters'" };
    static readonly Option<string[]> Input = new("--input") { Description = "NAME=VALUE to answer an @input, by variable or prompt" };

    public static Command Create()
    {
        var command = new Command("run", "Run the notebooks and write runs/site/index.html.")
        {
            Notebooks, Scale, Only, From, Solutions, Data, Seed, Seeds, Threads, Device, Jobs, Out, Force, Check, Engine, Watch, KeepGoing,
            CellTimeout, Timeout, Memory, Set, Input,
        };
        command.SetAction((parsed, stop) => WorkbookRun.ExecuteAsync(Request(parsed), stop));
        return command;
    }

    /// <exception cref="UserError">A choice does not exist or does not fit; nothing is written.</exception>
    static RunRequest Request(ParseResult parsed)
    {
        var options = new LabOptions
        {
            Root = Repository.Root,
            Scale = Scales.Named(parsed.GetValue(Scale)!),
            Data = FullDataPath(parsed.GetValue(Data)!),
            Seed = AtLeast(0, parsed.GetValue(Seed), Seed),
            Seeds = parsed.GetValue(Seeds) is { } seeds ? (int)AtLeast(1, seeds, Seeds) : null,
            Device = DeviceChoice.Parse(parsed.GetValue(Device)!).ToString(),
            RunFolder = parsed.GetValue(Out) is { } folder ? Path.GetFullPath(folder) : null,
        };
        if (parsed.GetValue(Threads) is { } threads) options = options with { Threads = (int)AtLeast(1, threads, Threads) };
        const StringSplitOptions Cleanly = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var only = (parsed.GetValue(Only) ?? []).SelectMany(ids => ids.Split(',', Cleanly));
        var chosen = NotebookFile.Choose([.. parsed.GetValue(Notebooks) ?? [], .. only], parsed.GetValue(From));
        if (parsed.GetValue(Solutions)) chosen = [.. chosen, .. NotebookFile.Solutions()];
        var run = new RunOptions
        {
            Files = [.. chosen.Select(notebook => notebook.Path)],
            Jobs = (int)AtLeast(1, parsed.GetValue(Jobs), Jobs),
            Force = parsed.GetValue(Force),
            CheckOnly = parsed.GetValue(Check),
            InteractiveTool = ToolOf(parsed.GetValue(Engine)!, parsed.GetValue(Check)),
            KeepGoing = parsed.GetValue(KeepGoing),
            CellTimeout = Minutes(parsed.GetValue(CellTimeout), CellTimeout),
            MemoryLimit = parsed.GetValue(Memory) is { } gigabytes ? (long)(Positive(gigabytes, Memory, "gigabytes") * (1 << 30)) : null,
            Parameters = Pairs(parsed.GetValue(Set), Set),
            Inputs = Pairs(parsed.GetValue(Input), Input),
            PackageFolders = [Repository.Library],
        };
        NotebookRunner.Check(run);
        if (!run.CheckOnly) RunTargets.Check(run.Files, options);
        LabPhotos.Check(options);
        TimeSpan? limit = parsed.GetValue(Timeout) is { } minutes ? Minutes(minutes, Timeout) : null;
        return new RunRequest(options, run, limit, parsed.GetValue(Watch));
    }

    /// <summary>Full path of the tool where it is to run the cells; null for the engine of our own.</summary>
    static string? ToolOf(string engine, bool isCheck) => engine switch
    {
        OwnEngine => null,
        ToolEngine when isCheck => throw new UserError($"{Check.Name} compiles with the engine of our own; leave out {Engine.Name} {ToolEngine}."),
        ToolEngine => Surroundings.Program(Tool) ?? throw new UserError(
            $"{Engine.Name} {ToolEngine} needs {Tool} on PATH; 'dotnet tool install --global Microsoft.dotnet-interactive' installs it."),
        _ => throw new UserError($"{Engine.Name} takes {OwnEngine} or {ToolEngine}, not '{engine}'."),
    };

    static long AtLeast(long least, long value, Option option) =>
        value >= least ? value : throw new UserError($"{option.Name} is {value}; it must be at least {least}.");

    static double Positive(double value, Option option, string unit) =>
        value > 0 ? value : throw new UserError($"{option.Name} must be more than 0 {unit}.");

    static TimeSpan Minutes(double value, Option option) => TimeSpan.FromMinutes(Positive(value, option, "minutes"));

    static Dictionary<string, string> Pairs(string[]? texts, Option option)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var text in texts ?? [])
            if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) pairs[text[..at]] = text[(at + 1)..];
            else throw new UserError($"{option.Name} takes NAME=VALUE, not '{text}'.");
        return pairs;
    }

    /// <summary>The notebooks run in their own folder, so a path is made whole here.</summary>
    static string FullDataPath(string data)
    {
        if (data == LabOptions.BuiltIn) return data;
        var parts = data.Split('=', 2);
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
            throw new UserError($"--data takes ID=PATH, such as ham10000=photos/ham10000, not '{data}'.");
        // The run's folder is called by it.
        var isName = parts[0].Length <= 100 && parts[0][0] != '.' && parts[0].All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.');
        return isName ? $"{parts[0]}={Path.GetFullPath(parts[1])}"
            : throw new UserError($"--data takes an ID of up to 100 letters, digits, '-', '_' and '.', such as ham10000, not '{parts[0]}'.");
    }
}

/// <summary>A checked request to run notebooks.</summary>
/// <param name="Options">The choices that the notebooks see.</param>
/// <param name="Run">What to run and how, all but the folder of the run.</param>
/// <param name="Timeout">Time that all notebooks together may take; null for any.</param>
/// <param name="Watch">Whether to run again when a notebook is saved.</param>
sealed record RunRequest(LabOptions Options, RunOptions Run, TimeSpan? Timeout, bool Watch);

/// <summary>The files that a run will write, against those that a person has written.</summary>
static class RunTargets
{
    /// <exception cref="UserError">A result would be written over a notebook of the run, or over a file in no run's folder.</exception>
    public static void Check(IReadOnlyList<string> files, LabOptions options)
    {
        var sources = files.Select(RealPath.Of).ToHashSet();
        var isNew = options.RunFolder is { } folder && !File.Exists(Path.Combine(folder, "run.json"));
        foreach (var target in files.SelectMany(file => Of(Path.GetFileNameWithoutExtension(file), options)))
            if (sources.Contains(RealPath.Of(target)) || (isNew && File.Exists(target)))
                throw new UserError($"A result would be written over {target}; name another folder by --out.");
    }

    static IEnumerable<string> Of(string name, LabOptions options)
    {
        var (notebook, site) = (name + ".ipynb", WorkbookSite.FolderOf(options));
        string[] ofRun = options.RunFolder is { } folder ? [Path.Combine(folder, "notebooks", notebook)] : [];
        return [.. ofRun, Path.Combine(site, notebook), Path.Combine(site, name + ".html")];
    }
}
