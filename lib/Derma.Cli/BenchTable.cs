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
            Print($"  {program.Name,-32} {times[program.Name].Min(),9:0.00} {Median(times[program.Name]),9:0.00} "
                + $"{Median(times[programs[0].Name]) / Median(times[program.Name]),6:0.00} x {peaks[program.Name],9:0}");
    }

    static double Median(JsonElement values) => Median([.. values.EnumerateArray().Select(value => value.GetDouble())]);

    static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    static void Print(string line) => Console.WriteLine(line);
}
