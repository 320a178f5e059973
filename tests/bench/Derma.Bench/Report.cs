using System.Globalization;
using System.Text.Json;

namespace Derma.Bench;

/// <summary>One line of JSON, and this process's memory as Linux counts it.</summary>
static class Report
{
    public static void Write(object result) => Console.WriteLine(JsonSerializer.Serialize(result));

    public static long PeakMiB() => Status("VmHWM");

    public static long ResidentMiB() => Status("VmRSS");

    static long Status(string name) => Status(Environment.ProcessId, name);

    /// <summary>A line of another process's status (proc(5)), in MiB.</summary>
    public static long Status(int process, string name)
    {
        var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")).First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
