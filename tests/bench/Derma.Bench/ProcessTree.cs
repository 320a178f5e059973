using System.Diagnostics;
using System.Globalization;

namespace Derma.Bench;

/// <summary>A command with all its children: when it wrote two words, how long it took, how much memory its processes held at their peaks together.</summary>
/// <param name="FirstMs">From its start to the first word on its output, in milliseconds.</param>
/// <param name="LastMs">From its start to the last word.</param>
/// <param name="WholeMs">From its start to its end.</param>
/// <param name="PeakMiB">Sum of each process's peak of resident memory (proc(5), VmHWM).</param>
sealed record ProcessTree(double FirstMs, double LastMs, double WholeMs, long PeakMiB)
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="start">What to start; its output is redirected.</param>
    /// <param name="first">Words of its output.</param>
    /// <param name="last">Later ones.</param>
    /// <param name="otherwise">For a command that passes nothing on: when they were written, by the moment of its start.</param>
    /// <exception cref="InvalidOperationException">The command failed, or did not write both.</exception>
    public static ProcessTree Run(ProcessStartInfo start, string first, string last, Func<DateTimeOffset, (double First, double Last)>? otherwise = null)
    {
        start.RedirectStandardOutput = true;
        var (begun, clock) = (DateTimeOffset.UtcNow, Stopwatch.StartNew());
        using var process = Process.Start(start)!;
        var peaks = Task.Run(() => Watch(process));
        var (words, times) = ((string[])[first, last], new Dictionary<string, double>());
        while (process.StandardOutput.ReadLine() is { } line)
            if (words.FirstOrDefault(line.Contains) is { } word) times.TryAdd(word, clock.Elapsed.TotalMilliseconds);
        process.WaitForExit();
        var whole = clock.Elapsed.TotalMilliseconds;
        if (process.ExitCode == 0 && otherwise is not null) (times[first], times[last]) = otherwise(begun);
        if (process.ExitCode != 0 || times.Count < 2) throw new InvalidOperationException($"{start.FileName} ended with exit code {process.ExitCode} and wrote {times.Count} of 2 words.");
        return new ProcessTree(times[first], times[last], whole, peaks.Result.Values.Sum());
    }

    static Dictionary<int, long> Watch(Process process)
    {
        var peaks = new Dictionary<int, long>();
        while (!process.HasExited)
        {
            foreach (var id in Tree(process.Id))
                if (TryPeak(id) is { } peak) peaks[id] = peak;
            Thread.Sleep(BetweenLooks);
        }
        return peaks;
    }

    static IEnumerable<int> Tree(int id) => Children(id).SelectMany(Tree).Prepend(id);

    static IEnumerable<int> Children(int id)
    {
        try
        {
            return [.. Directory.EnumerateDirectories($"/proc/{Text(id)}/task").SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse)];
        }
        catch (IOException)
        {
            return []; // it ended in the meantime
        }
    }

    static long? TryPeak(int id)
    {
        try
        {
            return Report.Status(id, "VmHWM");
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            return null; // it ended in the meantime
        }
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
