namespace Derma.Cli;

/// <summary>Work with the time that it takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Needs">What must have ended before.</param>
/// <param name="Seconds">What one of its tasks takes on one node.</param>
/// <param name="Tasks">How many tasks it has.</param>
sealed record TimedWork(string Name, IReadOnlyList<string> Needs, double Seconds, int Tasks = 1);

/// <summary>How a run would go on so many equal nodes.</summary>
/// <param name="Nodes">How many nodes, each of which does one task at a time.</param>
/// <param name="Seconds">From the first start to the last end.</param>
/// <param name="Busy">Share of the nodes' time that they work.</param>
sealed record SimulatedRun(int Nodes, double Seconds, double Busy);

/// <summary>Work that waits for each other, one after the other.</summary>
/// <param name="Seconds">What it takes together.</param>
/// <param name="Names">The work, first to last.</param>
sealed record Chain(double Seconds, IReadOnlyList<string> Names);

/// <summary>The course of a graph of work on equal nodes: what is ready starts on the first free node, in the order given.</summary>
static class Simulation
{
    /// <summary>Goes through the work on so many nodes.</summary>
    /// <param name="works">In an order in which nothing comes before what it needs; needs that are not among them are met.</param>
    /// <param name="nodes">How many nodes.</param>
    /// <param name="limit">How many tasks of one piece of work may run at the same time.</param>
    public static SimulatedRun Run(IReadOnlyList<TimedWork> works, int nodes, int limit = int.MaxValue)
    {
        var (waiting, running) = (works.ToDictionary(work => work.Name, work => work.Tasks), new PriorityQueue<TimedWork, double>());
        var open = works.ToDictionary(work => work.Name, work => work.Tasks);
        var (time, busy) = (0.0, 0.0);
        bool IsReady(TimedWork work) => waiting[work.Name] > 0 && open[work.Name] - waiting[work.Name] < limit
            && work.Needs.All(need => open.GetValueOrDefault(need) == 0);
        while (open.Values.Any(tasks => tasks > 0))
            if (running.Count < nodes && works.FirstOrDefault(IsReady) is { } next)
            {
                waiting[next.Name]--;
                busy += next.Seconds;
                running.Enqueue(next, time + next.Seconds);
            }
            else
            {
                running.TryDequeue(out var ended, out time);
                open[ended!.Name]--;
            }
        return new(nodes, time, time == 0 ? 1 : busy / (time * nodes));
    }

    /// <summary>The longest chain of work that waits for each other: no number of nodes is faster.</summary>
    /// <param name="works">In an order in which nothing comes before what it needs.</param>
    public static Chain CriticalPath(IEnumerable<TimedWork> works)
    {
        var longest = new Dictionary<string, Chain>();
        foreach (var work in works)
        {
            var before = Longest(work.Needs.Where(longest.ContainsKey).Select(need => longest[need]));
            longest[work.Name] = new(before.Seconds + work.Seconds, [.. before.Names, work.Name]);
        }
        return Longest(longest.Values);
    }

    static Chain Longest(IEnumerable<Chain> chains) => chains.DefaultIfEmpty(new(0, [])).MaxBy(chain => chain.Seconds)!;
}
