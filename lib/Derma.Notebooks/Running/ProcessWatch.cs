using System.Diagnostics;
using System.Globalization;
using Derma.Notebooks.Engine;

namespace Derma.Notebooks.Running;

/// <summary>The limits of a process that runs one notebook: time for each cell, memory, an end after the last cell.</summary>
internal sealed class ProcessWatch(RunOptions options)
{
    /// <summary>How long a process may take to end after its last cell, and what it wrote then to arrive.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How often the limits are looked at.</summary>
    static readonly TimeSpan interval = TimeSpan.FromMilliseconds(100);

    readonly long memoryLimit = options.MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 10 * 9;
    long cellStarted, cellsEnded;

    /// <summary>Takes note of a cell's beginning or end, or that of the last.</summary>
    public void Note(WorkerEvent message)
    {
        if (message.Begins || message.Ends) Interlocked.Exchange(ref cellStarted, message.Begins ? Stopwatch.GetTimestamp() : 0);
        if (message == WorkerEvent.Over) Interlocked.Exchange(ref cellsEnded, Stopwatch.GetTimestamp());
    }

    /// <summary>Waits for the end of the process, and ends it, with all that it started, where it passes a limit or outlives its
    /// cells.</summary>
    public async Task<WorkerEnd> UntilEndAsync(Process process, Task exit, CancellationToken cancellationToken)
    {
        var (cancelledAt, isLate, isLarge, killed, threads) = (0L, false, false, false, (string?)null);
        while (await Task.WhenAny(exit, Task.Delay(interval, CancellationToken.None)) != exit)
        {
            if (cancelledAt == 0 && cancellationToken.IsCancellationRequested) cancelledAt = Stopwatch.GetTimestamp();
            (isLate, isLarge) = (IsOver(Interlocked.Read(ref cellStarted), options.CellTimeout), MemoryOf(process.Id) > memoryLimit);
            var isIdle = IsOver(Interlocked.Read(ref cellsEnded), Grace);
            if (!isLate && !isLarge && !isIdle && !IsOver(cancelledAt, options.StopTime)) continue;
            if (isIdle)
                threads = $"The process was ended {Grace.TotalSeconds:0} s after its last cell: "
                    + $"{ThreadsOf(process.Id)} had not come to an end.";
            killed = true;
            Kill(process);
            await exit;
        }
        var (late, large) = (isLate ? options.CellTimeout : (TimeSpan?)null, isLarge ? memoryLimit : (long?)null);
        return new(process.ExitCode, late, large, cancellationToken.IsCancellationRequested, killed, threads);
    }

    /// <summary>The threads that have a name of their own, in words: one without is called as the runtime's thread that started
    /// it.</summary>
    static string ThreadsOf(int id)
    {
        try
        {
            var names = Directory.GetDirectories($"/proc/{id}/task").Select(thread => File.ReadAllText(Path.Combine(thread, "comm")).Trim())
                .Where(name => name != "dotnet" && !name.StartsWith(".NET ", StringComparison.Ordinal)).Distinct()
                    .Select(name => $"'{name}'").ToArray();
            return names.Length == 0 ? "a thread without a name" : $"the thread {string.Join(" or ", names)}";
        }
        catch (IOException)
        {
            // It ended while it was looked at, or the system has no list of threads.
            return "one of its threads";
        }
    }

    static bool IsOver(long start, TimeSpan limit) => start > 0 && Stopwatch.GetElapsedTime(start) > limit;

    /// <summary>Bytes that a process and all that it started hold; what they share counts for each of them. Systems other than Linux list
    /// no children.</summary>
    static long MemoryOf(int id)
    {
        try
        {
            var lists = Directory.Exists($"/proc/{id}/task")
                ? Directory.GetDirectories($"/proc/{id}/task").Select(thread => Path.Combine(thread, "children")).Where(File.Exists) : [];
            using var process = Process.GetProcessById(id);
            return process.WorkingSet64
                + lists.SelectMany(list => File.ReadAllText(list).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Sum(child => MemoryOf(int.Parse(child, CultureInfo.InvariantCulture)));
        }
        catch (Exception problem) when (problem is IOException or ArgumentException or InvalidOperationException)
        {
            // It ended while it was looked at.
            return 0;
        }
    }

    /// <summary>Ends a process and all that it started.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (AggregateException)
        {
            // A child that became another user is not ours to end.
        }
    }
}
