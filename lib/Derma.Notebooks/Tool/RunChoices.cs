using System.CommandLine;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tool;

/// <summary>The options of a run that are the same whatever the notebooks are about.</summary>
public static class RunChoices
{
    /// <summary>Not for comparing, which goes on in any case.</summary>
    public static readonly Option<bool> KeepGoing = new("--keep-going")
        { Description = "after a failure, run the notebooks that do not need the one that failed" };

    /// <summary>Not where nothing is kept.</summary>
    public static readonly Option<bool> Force = new("--force") { Description = "run again what is up to date" };

    /// <summary>Not where nothing runs.</summary>
    public static readonly Option<bool> WaitForDebugger = new("--wait-for-debugger")
        { Description = "show each notebook's process id and wait for a debugger before its first cell" };

    static readonly Option<int> jobs = new("--jobs")
        { Description = "notebooks that may run side by side where none needs another", DefaultValueFactory = _ => 1 };
    static readonly Option<double> cellTimeout = new("--cell-timeout")
        { Description = "minutes that one cell may take", DefaultValueFactory = _ => 120 };
    static readonly Option<double?> timeout = new("--timeout") { Description = "minutes that the whole run may take" };
    static readonly Option<double?> memory = new("--memory")
        { Description = "gigabytes that one notebook and the programs it starts may use (default: nine tenths of the machine's)" };
    static readonly Option<string[]> set = new("--set")
        { Description = "NAME=VALUE for a parameter: a variable in a cell that begins with '// parameters'" };
    static readonly Option<string[]> input = new("--input") { Description = "NAME=VALUE to answer an @input, by variable or prompt" };

    /// <summary>A verb with these options besides its own.</summary>
    public static Command AddTo(Command command)
    {
        foreach (var option in new Option[] { jobs, cellTimeout, timeout, memory, set, input }) command.Add(option);
        return command;
    }

    /// <summary>What was chosen, for these files.</summary>
    /// <exception cref="NotebookException">A choice does not fit.</exception>
    public static RunOptions Of(ParseResult parsed, IReadOnlyList<string> files) => new()
    {
        Files = files,
        Jobs = (int)AtLeast(1, parsed.GetValue(jobs), jobs),
        // What is up to date would not run, and nothing would wait.
        Force = parsed.GetValue(Force) || parsed.GetValue(WaitForDebugger),
        KeepGoing = parsed.GetValue(KeepGoing),
        CellTimeout = Minutes(parsed.GetValue(cellTimeout), cellTimeout),
        MemoryLimit = parsed.GetValue(memory) is { } gigabytes ? (long)(Positive(gigabytes, memory, "gigabytes") * (1 << 30)) : null,
        Parameters = Pairs(parsed.GetValue(set), set),
        Inputs = Pairs(parsed.GetValue(input), input),
        WaitForDebugger = parsed.GetValue(WaitForDebugger),
    };

    /// <summary>Time that all notebooks together may take; null for any.</summary>
    /// <exception cref="NotebookException">It is none.</exception>
    public static TimeSpan? Timeout(ParseResult parsed) => parsed.GetValue(timeout) is { } minutes ? Minutes(minutes, timeout) : null;

    /// <summary>A number that is large enough.</summary>
    /// <exception cref="NotebookException">It is not.</exception>
    public static long AtLeast(long least, long value, Option option) =>
        value >= least ? value : throw new NotebookException($"{option.Name} is {value}; it must be at least {least}.");

    static double Positive(double value, Option option, string unit) =>
        value > 0 ? value : throw new NotebookException($"{option.Name} must be more than 0 {unit}.");

    static TimeSpan Minutes(double value, Option option) => TimeSpan.FromMinutes(Positive(value, option, "minutes"));

    static Dictionary<string, string> Pairs(string[]? texts, Option option)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var text in texts ?? [])
            if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) pairs[text[..at]] = text[(at + 1)..];
            else throw new NotebookException($"{option.Name} takes NAME=VALUE, not '{text}'.");
        return pairs;
    }
}
