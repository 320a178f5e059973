using System.CommandLine;
using System.Globalization;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary><c>workbook plan</c>: how long a run would take on so many nodes, by going through its graph with known times.</summary>
static class PlanVerb
{
    static readonly Argument<string[]> Notebooks = new("notebooks")
        { Description = "numbers, names, files or folders; the whole sequence without any", Arity = ArgumentArity.ZeroOrMore };
    static readonly Option<string> Times = new("--times")
    {
        Description = "a run's folder, whose times count, or a table: a line 'name,seconds' for each notebook or array", Required = true,
    };
    static readonly Option<string> Scale = new("--scale")
        { Description = "the scale of the run", DefaultValueFactory = _ => Scales.Quick.Name };
    static readonly Option<int?> Seeds = new("--seeds") { Description = "trainings per attempt" };
    static readonly Option<string> Nodes = new("--nodes")
        { Description = "numbers of nodes, with commas between them", DefaultValueFactory = _ => "1,2,4,8,16,32,64" };

    public static Command Create()
    {
        var command = new Command("plan", "Work out how long a run takes on one and on many nodes, and what it waits for.")
            { Notebooks, Times, Scale, Seeds, Nodes };
        command.SetAction(parsed =>
        {
            var options = new LabOptions
            {
                Root = Repository.Root, Scale = Scales.Named(parsed.GetValue(Scale)!),
                Seeds = parsed.GetValue(Seeds) is { } seeds ? (int)RunChoices.AtLeast(1, seeds, Seeds) : null,
            };
            var files = NotebookFile.Choose(parsed.GetValue(Notebooks) ?? [], from: null).Select(notebook => notebook.Path);
            var works = Timed(ClusterRun.Planned(files, options), options, KnownTimes.Read(parsed.GetValue(Times)!));
            foreach (var line in Lines(works, Numbers(parsed.GetValue(Nodes)!))) Console.WriteLine(line);
            return ExitCode.Success;
        });
        return command;
    }

    static IReadOnlyList<TimedWork> Timed(IEnumerable<PlannedNotebook> notebooks, LabOptions options, KnownTimes times)
    {
        var choices = new ClusterChoices
            { Cluster = "", RunFolder = "", Root = "", Program = [], Arguments = [], Jobs = options.Scale.Jobs };
        var works = WorkGraph.Of(notebooks, choices);
        return [.. works.Select(work => new TimedWork(work.Name, work.Needs, times.Of(work.Name), work.Tasks ?? 1))];
    }

    static IEnumerable<string> Lines(IReadOnlyList<TimedWork> works, IEnumerable<int> nodes)
    {
        var whole = works.Sum(work => work.Seconds * work.Tasks);
        yield return "nodes       time   speed-up   busy";
        foreach (var run in nodes.Select(count => Simulation.Run(works, count)))
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{run.Nodes,5} {Words(run.Seconds),10} {whole / run.Seconds,8:0.0} x {run.Busy,6:0 %}");
        var (seconds, names) = Simulation.CriticalPath(works);
        yield return $"What waits for each other, on any number of nodes: {Words(seconds)}";
        yield return string.Join(" -> ", names);
    }

    static string Words(double seconds) =>
        (seconds < 7_200 ? seconds : seconds / 3_600).ToString("0.0", CultureInfo.InvariantCulture) + (seconds < 7_200 ? " s" : " h");

    static IReadOnlyList<int> Numbers(string text) =>
    [
        .. text.Split(',').Select(word => int.TryParse(word, out var number) && number > 0 ? number
            : throw new UserError($"{Nodes.Name} takes whole numbers above 0 with commas between them, not '{text}'.")),
    ];
}

/// <summary>How long each notebook or task of an array takes, as somebody measured or estimated it.</summary>
/// <param name="seconds">By name; <c>*</c> for all others.</param>
sealed class KnownTimes(IReadOnlyDictionary<string, double> seconds)
{
    /// <exception cref="UserError">Nobody knows.</exception>
    public double Of(string name) => seconds.TryGetValue(name, out var known) || seconds.TryGetValue("*", out known) ? known
        : throw new UserError($"--times knows nothing of {name}; name the notebooks that it knows, or add a line '*,seconds' to a table.");

    /// <summary>The times of a run's folder, or those of a table.</summary>
    /// <exception cref="UserError">It is neither.</exception>
    public static KnownTimes Read(string path) => new(Directory.Exists(path) ? OfRun(path) : File.Exists(path) ? OfTable(path)
        : throw new UserError($"There is no run and no table {path}."));

    static Dictionary<string, double> OfTable(string path) => File.ReadLines(path)
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',')).ToDictionary(cells => cells[0].Trim(), cells =>
            cells.Length > 1 && double.TryParse(cells[1], CultureInfo.InvariantCulture, out var known) && known >= 0 ? known
                : throw new UserError($"{path} has a line that is not 'name,seconds': {string.Join(',', cells)}"));

    /// <summary>
    /// Jobs know how long they took with all that starts and ends them, notebooks how long their cells took; tasks count with their mean.
    /// </summary>
    static Dictionary<string, double> OfRun(string run)
    {
        var found = Files(run, "notebooks", "*.ipynb").ToDictionary(
            file => Path.GetFileNameWithoutExtension(file), file => NotebookRun.Of(file, Notebook.Load(file)).Duration.TotalSeconds);
        var jobs = Files(run, "cluster", "*.json")
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Record: PartRecord.Load(file)))
            .Where(job => job.Record is { ExitCode: 0 });
        foreach (var work in jobs.GroupBy(job => WorkOf(job.Name), job => job.Record!.SecondsBefore + job.Record.Seconds ?? 0))
            found[work.Key] = work.Average();
        return found;
    }

    /// <summary><c>19-attempt-09.seeds</c> of its task <c>19-attempt-09.seeds-2</c>.</summary>
    static string WorkOf(string part) => new[] { ".seeds-", ".trials-" }.Any(ending => part.Contains(ending, StringComparison.Ordinal))
        ? part[..part.LastIndexOf('-')] : part;

    static IEnumerable<string> Files(string run, string folder, string pattern) =>
        Path.Combine(run, folder) is var path && Directory.Exists(path) ? Directory.GetFiles(path, pattern) : [];
}
