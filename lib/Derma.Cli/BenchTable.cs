using System.Globalization;
using System.Text.Json;

namespace Derma.Cli;

/// <summary>Runs the programs of a benchmark in turn and prints best, median and peak memory of each.</summary>
/// <param name="peak">Says how fast this machine multiplies and adds, in the same run as the times that are held against it.</param>
sealed class BenchTable(BenchProgram peak)
{
    public void Write(int size, IReadOnlyList<BenchProgram> programs, int rounds) =>
        WriteMilliseconds($"Training step at {size} px, batch 32", programs, rounds);

    public void WriteNetwork(string network, IReadOnlyList<BenchProgram> programs, int rounds) =>
        WriteMilliseconds($"Training step of {network} at 224 px, batch 16", programs, rounds);

    public void WriteAnswers(string network, int batch, IReadOnlyList<BenchProgram> programs, int rounds) =>
        WriteMilliseconds($"Answer of {network} at 224 px, batch {batch}", programs, rounds);

    public static void WriteEpochs(IReadOnlyList<BenchProgram> programs, int rounds) =>
        Write($"Whole epoch from 1,024 JPEG files of 256 px at 64 px, seconds; {rounds} rounds in turn", programs, rounds, "seconds",
            limit: null);

    public static void WriteMemory(BenchProgram program)
    {
        var memory = program.Run().GetProperty("resident_mib").EnumerateArray().Select(value => value.GetInt64()).ToList();
        var growth = memory[1] / (double)memory[0];
        Console.WriteLine($"Resident memory after 100 and 1,000 steps at 64 px: {memory[0]} and {memory[1]} MiB ({growth:0.000} x)");
    }

    // The work is the same in every row, so the first program's count of it holds for all.
    void WriteMilliseconds(string title, IReadOnlyList<BenchProgram> programs, int rounds)
    {
        var work = programs[0].Run().GetProperty("multiply_adds").GetDouble();
        var limit = 1_000 * work / peak.Run().GetProperty("multiply_adds_a_second").GetDouble();
        var arithmetic = string.Create(CultureInfo.InvariantCulture,
            $"{work / 1e9:0.00} billion multiply-adds take {limit:0.0} at this machine's best");
        Write($"{title}, milliseconds; {rounds} rounds in turn; {arithmetic}", programs, rounds, "milliseconds", limit);
    }

    static void Write(string title, IReadOnlyList<BenchProgram> programs, int rounds, string figure, double? limit)
    {
        var times = programs.ToDictionary(program => program.Name, _ => new List<double>());
        var peaks = programs.ToDictionary(program => program.Name, _ => 0.0);
        for (var round = 0; round < rounds; round++)
            foreach (var program in programs)
            {
                var result = program.Run();
                times[program.Name].Add(Median(result.GetProperty(figure)));
                peaks[program.Name] = Math.Max(peaks[program.Name], result.GetProperty("peak_mib").GetDouble());
            }
        Console.WriteLine(title);
        Console.WriteLine($"  {"",-32} {"best",9} {"median",9} {"first is",8} {"peak MiB",9}{(limit is null ? "" : "  of the limit")}");
        foreach (var program in programs)
            Console.WriteLine($"  {program.Name,-32} {times[program.Name].Min(),9:0.00} {Percentile.Median(times[program.Name]),9:0.00} "
                + $"{Percentile.Median(times[programs[0].Name]) / Percentile.Median(times[program.Name]),6:0.00} x "
                    + $"{peaks[program.Name],9:0}{Share(limit, times[program.Name])}");
    }

    static string Share(double? limit, List<double> times) => limit is null ? "" : $"{100 * limit.Value / Percentile.Median(times),12:0} %";

    static double Median(JsonElement values) => Percentile.Median(values.EnumerateArray().Select(value => value.GetDouble()));
}

/// <summary>Runs the notebook runner and its peers in turn and prints the median and the worst of each figure.</summary>
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
        {
            var columns = programs.Select(program => $" {MedianAndWorst(results[program.Name], key),24}");
            Console.WriteLine($"  {text,-48}{string.Concat(columns)}");
        }
    }

    static string MedianAndWorst(List<JsonElement> results, string key)
    {
        List<double> sorted = [.. results.Select(result => result.GetProperty(key).GetDouble()).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{Percentile.Median(sorted):#,0.0} {sorted[^1],10:#,0.0}");
    }
}
