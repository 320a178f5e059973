using System.Globalization;
using System.Text.Json;

namespace Derma.Cli;

/// <summary>Runs the notebook runner and nbclient in turn and prints the median and the worst of each figure.</summary>
static class RunnerBenchTable
{
    static readonly (string Key, string Text)[] Figures =
    [
        ("first_ms", "start to first output of a small cell, ms"),
        ("whole_ms", "the whole command for two small cells, ms"),
        ("cell_ms", "one of 100 small cells after it, ms"),
        ("lines_ms", "a cell that writes 10,000 lines, ms"),
        ("large_ms", "a cell that displays 50 MB, ms"),
        ("one_peak_mib", "peak memory of all processes, small cells, MiB"),
        ("lines_peak_mib", "the same, 10,000 lines, MiB"),
        ("large_peak_mib", "the same, 50 MB, MiB"),
        ("lines_file_kib", "notebook with 10,000 lines, KiB"),
        ("large_file_kib", "notebook with 50 MB, KiB"),
    ];

    /// <summary>One round before those that count warms the disk's cache.</summary>
    public static void Write(IReadOnlyList<BenchProgram> programs, int rounds)
    {
        var results = programs.ToDictionary(program => program.Name, _ => new List<JsonElement>());
        for (var round = -1; round < rounds; round++)
            foreach (var program in programs)
                if (program.Run() is var result && round >= 0) results[program.Name].Add(result);
        Console.WriteLine($"Notebooks as commands, median and worst of {rounds} rounds in turn");
        Console.WriteLine($"  {"",-48}{string.Concat(programs.Select(program => $" {program.Name,24}"))}");
        foreach (var (key, text) in Figures)
            Console.WriteLine($"  {text,-48}{string.Concat(programs.Select(program => $" {MedianAndWorst(results[program.Name], key),24}"))}");
    }

    static string MedianAndWorst(List<JsonElement> results, string key)
    {
        List<double> sorted = [.. results.Select(result => result.GetProperty(key).GetDouble()).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{Percentile.Median(sorted):#,0.0} {sorted[^1],10:#,0.0}");
    }
}
