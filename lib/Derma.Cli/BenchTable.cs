using System.Globalization;
using System.Text.Json;

namespace Derma.Cli;

/// <summary>Runs the programs of a benchmark in turn and prints best, median and peak memory of each.</summary>
static class BenchTable
{
    public static void Write(int size, IReadOnlyList<BenchProgram> programs, int rounds) =>
        Write($"Training step at {size} px, batch 32, milliseconds; {rounds} rounds in turn", programs, rounds, "milliseconds");

    public static void WriteNetwork(string network, IReadOnlyList<BenchProgram> programs, int rounds) =>
        Write($"Training step of {network} at 224 px, batch 16, milliseconds; {rounds} rounds in turn", programs, rounds, "milliseconds");

    public static void WriteAnswers(string network, int batch, IReadOnlyList<BenchProgram> programs, int rounds) =>
        Write($"Answer of {network} at 224 px, batch {batch}, milliseconds; {rounds} rounds in turn", programs, rounds, "milliseconds");

    public static void WriteEpochs(IReadOnlyList<BenchProgram> programs, int rounds) =>
        Write($"Whole epoch from 1,024 JPEG files of 256 px at 64 px, seconds; {rounds} rounds in turn", programs, rounds, "seconds");

    public static void WriteMemory(BenchProgram program)
    {
        var memory = program.Run().GetProperty("resident_mib").EnumerateArray().Select(value => value.GetInt64()).ToList();
        Print($"Resident memory after 100 and 1,000 steps at 64 px: {memory[0]} and {memory[1]} MiB ({memory[1] / (double)memory[0]:0.000} x)");
    }

    public static void WriteHostile(BenchProgram program)
    {
        var result = program.Run();
        Print($"Hostile uploads, one at a time; after them SIGTERM ended the service with exit code {result.GetProperty("exit_code").GetInt32()}");
        Print($"  {"",-42} {"status",6} {"code",-18} {"ms",8} {"growth MiB",10}");
        foreach (var row in result.GetProperty("rows").EnumerateArray())
            Print($"  {row.GetProperty("name").GetString(),-42} {row.GetProperty("status").GetInt32(),6} {row.GetProperty("word").GetString(),-18} "
                + $"{row.GetProperty("milliseconds").GetDouble(),8:0.0} {row.GetProperty("growth_mib").GetInt64(),10}");
    }

    public static void WriteMutations(BenchProgram program)
    {
        var result = program.Run();
        var memory = result.GetProperty("resident_mib").EnumerateArray().Select(value => value.GetInt64()).ToList();
        Print($"Mutated photos, by status: {string.Join(", ", result.GetProperty("statuses").EnumerateArray().Select(each => $"{each.GetProperty("status")}: {each.GetProperty("count")}"))}");
        Print($"  resident after the first 500 and at the end: {memory[0]} and {memory[1]} MiB, peak {result.GetProperty("peak_mib").GetInt64()} MiB; exit code {result.GetProperty("exit_code").GetInt32()}");
    }

    static void Write(string title, IReadOnlyList<BenchProgram> programs, int rounds, string figure)
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
        Print(title);
        Print($"  {"",-32} {"best",9} {"median",9} {"first is",8} {"peak MiB",9}");
        foreach (var program in programs)
            Print($"  {program.Name,-32} {times[program.Name].Min(),9:0.00} {Percentile.Median(times[program.Name]),9:0.00} "
                + $"{Percentile.Median(times[programs[0].Name]) / Percentile.Median(times[program.Name]),6:0.00} x {peaks[program.Name],9:0}");
    }

    static double Median(JsonElement values) => Percentile.Median(values.EnumerateArray().Select(value => value.GetDouble()));

    static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    static void Print(string line) => Console.WriteLine(line);
}
