using System.Runtime.InteropServices;

namespace Derma.Core;

/// <summary>What a time was measured on; without the machine's name.</summary>
/// <param name="Cores">Cores that this process may use.</param>
/// <param name="Processor">Its model, as the system names it.</param>
/// <param name="MemoryGiB">Memory that this process may use.</param>
/// <param name="System">Operating system and .NET.</param>
/// <param name="Threads">Threads inside one run of the model.</param>
public sealed record HardwareInfo(int Cores, string Processor, double MemoryGiB, string System, int Threads)
{
    const double GiB = 1L << 30;

    /// <summary>Whether this process runs in a container, as .NET's own images say of themselves.</summary>
    public static bool InContainer => Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") is "true" or "1";

    /// <summary>This machine.</summary>
    /// <param name="threads">Threads inside one run of the model.</param>
    public static HardwareInfo Here(int threads) => new(
        Environment.ProcessorCount,
        ProcessorOf(File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo") : [])
            ?? RuntimeInformation.ProcessArchitecture.ToString(),
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / GiB,
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
        threads);

    /// <summary>One line for a figure.</summary>
    public string Text => $"{Threads} thread{(Threads == 1 ? "" : "s")} on {Machine}";

    /// <summary>The same without the threads, for figures that compare several numbers of them.</summary>
    public string Machine => FormattableString.Invariant(
        $"{Cores} core{(Cores == 1 ? "" : "s")} of {Processor}, {MemoryGiB:0.#} GiB, {System}");

    /// <summary>The processor that Linux' list names first; null where it names none.</summary>
    /// <param name="cpuinfo">The lines of <c>/proc/cpuinfo</c>.</param>
    public static string? ProcessorOf(IEnumerable<string> cpuinfo) =>
        cpuinfo.FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2) is [_, var name]
            ? name.Trim() : null;
}
