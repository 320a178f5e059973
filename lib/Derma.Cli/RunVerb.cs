using System.CommandLine;
using Derma.Experiments;

namespace Derma.Cli;

/// <summary><c>workbook run</c>: the notebooks in order, then the site.</summary>
static class RunVerb
{
    static readonly Option<string> Scale = new("--scale") { Description = "smoke (2 minutes), quick (some minutes), long (an hour), paper (a GPU)", DefaultValueFactory = _ => Scales.Quick.Name };
    static readonly Option<string[]> Only = new("--only") { Description = "run only these notebooks: numbers or names, with commas between them" };
    static readonly Option<bool> Solutions = new("--solutions") { Description = "then run the notebooks that solve the exercises; they train what they lack" };
    static readonly Option<string> Data = new("--data") { Description = "your photos: ID=PATH; the built-in drawings without it", DefaultValueFactory = _ => LabOptions.BuiltIn };
    static readonly Option<long> Seed = new("--seed") { Description = "first seed", DefaultValueFactory = _ => 1 };
    static readonly Option<int?> Seeds = new("--seeds") { Description = "trainings per attempt, each with a seed of its own; tables show mean and spread" };
    static readonly Option<int?> Threads = new("--threads") { Description = "threads of a training; part of its record" };
    static readonly Option<string?> Out = new("--out") { Description = "the run's folder; one that exists is continued (default: runs/<time>-<scale>-<data>)" };
    static readonly Option<bool> KeepGoing = new("--keep-going") { Description = "run the other notebooks after one has failed" };
    static readonly Option<double> CellTimeout = new("--cell-timeout") { Description = "minutes that one cell may take", DefaultValueFactory = _ => 120 };

    public static Command Create()
    {
        var command = new Command("run", "Run the notebooks and write runs/site/index.html.") { Scale, Only, Solutions, Data, Seed, Seeds, Threads, Out, KeepGoing, CellTimeout };
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
            RunFolder = parsed.GetValue(Out) is { } folder ? Path.GetFullPath(folder) : null,
        };
        if (parsed.GetValue(Threads) is { } threads) options = options with { Threads = (int)AtLeast(1, threads, Threads) };
        if (parsed.GetValue(CellTimeout) <= 0) throw new UserError("--cell-timeout must be more than 0 minutes.");
        var notebooks = NotebookFile.Only([.. (parsed.GetValue(Only) ?? []).SelectMany(ids => ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]);
        if (parsed.GetValue(Solutions)) notebooks = [.. notebooks, .. SolutionNotebooks.All()];
        LabPhotos.Check(options);
        return new RunRequest(options, notebooks, parsed.GetValue(KeepGoing), TimeSpan.FromMinutes(parsed.GetValue(CellTimeout)));
    }

    static long AtLeast(long least, long value, Option option) =>
        value >= least ? value : throw new UserError($"{option.Name} is {value}; it must be at least {least}.");

    /// <summary>The notebooks run in their own folder, so a path is made whole here.</summary>
    static string FullDataPath(string data)
    {
        if (data == LabOptions.BuiltIn) return data;
        var parts = data.Split('=', 2);
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
            throw new UserError($"--data takes ID=PATH, such as ham10000=photos/ham10000, not '{data}'.");
        return $"{parts[0]}={Path.GetFullPath(parts[1])}";
    }
}
