using System.Globalization;
using System.Text.Json;

namespace Derma.Bench;

/// <summary>One line of JSON, and this process's memory as Linux counts it.</summary>
static class Report
{
    public static void Write(object result) => Console.WriteLine(JsonSerializer.Serialize(result));

    public static long PeakMiB() => Status("VmHWM");

    public static long ResidentMiB() => Status("VmRSS");

    static long Status(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
