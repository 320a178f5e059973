using System.Diagnostics;
using static TorchSharp.torch;

namespace Derma.Bench;

/// <summary>
/// The most that this machine computes: multiply-adds a second of a large product of matrices in single precision. No network is faster than its multiply-adds
/// over this number, so every other time reads as a share of it.
/// </summary>
static class PeakBench
{
    const int Side = 1_536, WarmUp = 3, Rounds = 12;

    public static int Run(int threads)
    {
        set_num_threads(threads);
        random.manual_seed(1);
        using var left = rand(Side, Side);
        using var right = rand(Side, Side);
        var fastest = Enumerable.Range(0, WarmUp + Rounds).Select(_ => Seconds(left, right)).Skip(WarmUp).Min();
        Report.Write(new { multiply_adds_a_second = Math.Pow(Side, 3) / fastest });
        return 0;
    }

    static double Seconds(Tensor left, Tensor right)
    {
        var start = Stopwatch.GetTimestamp();
        using var product = left.mm(right);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
