using System.Globalization;

namespace Derma.Native;

/// <summary>What a time was measured on.</summary>
public static class Hardware
{
    /// <summary>Processor, number of cores and vector width, such as "AMD EPYC, 2 cores, AVX-512".</summary>
    public static string Text { get; } = string.Create(CultureInfo.InvariantCulture, $"{Processor()}, {Environment.ProcessorCount} cores{Vectors()}");

    static string Processor()
    {
        const string file = "/proc/cpuinfo";
        var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString();
    }

    static string Vectors() => System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? ", AVX-512" : System.Runtime.Intrinsics.X86.Avx2.IsSupported ? ", AVX2" : "";
}
