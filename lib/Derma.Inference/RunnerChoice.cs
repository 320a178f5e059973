using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace Derma.Inference;

/// <summary>How the networks of a vote share the threads.</summary>
public enum Schedule
{
    /// <summary>One after the other, each on all threads.</summary>
    OneGraph,

    /// <summary>Beside each other, each with its share of the threads. What is no vote, and what runs on a card, stays one graph.</summary>
    SideBySide,

    /// <summary>The one of the two that answers a photo sooner here, measured while the model is loaded.</summary>
    Measured,
}

/// <summary>Chooses how a model's work is laid on the threads.</summary>
static class RunnerChoice
{
    const int Rounds = 5;

    // A larger batch makes its first photo wait for its last; two points in a hundred are not worth that.
    const double Nearly = 0.98;

    /// <summary>The way that the options ask for.</summary>
    /// <param name="path">The model's file.</param>
    /// <param name="session">The whole file; it belongs to what is returned.</param>
    /// <param name="info">What the file says of itself.</param>
    /// <param name="options">How to answer.</param>
    /// <param name="provider">Where the session runs.</param>
    public static IModelRunner Of(string path, InferenceSession session, ModelInfo info, PredictorOptions options, string provider)
    {
        var whole = new WholeRunner(session, options.Threads);
        var isOne = options.Schedule == Schedule.OneGraph || options.Threads == 1 || info.Weights.Count == 1 || provider != Sessions.Cpu;
        using var pixels = Grey(info.ImageSize);
        if (isOne || Lanes(path, info, options.Threads, pixels) is not { } lanes) return whole;
        string[] wanted = [.. session.OutputMetadata.Keys];
        var times = options.Schedule == Schedule.SideBySide ? [1, 0]
            : Times([() => whole.Run(pixels, wanted), () => lanes.Run(pixels, wanted)]);
        var (chosen, other) = times[1] < times[0] ? ((IModelRunner)lanes, (IModelRunner)whole) : (whole, lanes);
        other.Dispose();
        Allocator.GiveBack(); // the cut file's numbers and what the other way held, which an idle service would keep
        return chosen;
    }

    static LaneRunner? Lanes(string path, ModelInfo info, int threads, OrtValue pixels) =>
        GraphParts.Of(path, info.Weights.Keys) is { } parts ? LaneRunner.Of(parts, threads, pixels) : null;

    /// <summary>What each takes, in seconds: the median of rounds in turn, after one that does not count.</summary>
    public static double[] Times(IReadOnlyList<Action> runs, int rounds = Rounds)
    {
        double[][] times = [.. Enumerable.Range(0, rounds + 1).Select(_ => runs.Select(Time).ToArray()).Skip(1)];
        return [.. runs.Select((_, i) => Percentile.Median([.. times.Select(round => round[i])]))];
    }

    /// <summary>The smallest batch that gives nearly the most photos a second.</summary>
    /// <param name="seconds">What a run takes by the number of its photos; the runs are in that order.</param>
    public static int Batch(IReadOnlyList<(int Photos, double Seconds)> seconds) =>
        seconds.First(one => one.Photos / one.Seconds >= Nearly * seconds.Max(other => other.Photos / other.Seconds)).Photos;

    /// <summary>A number of threads in words.</summary>
    public static string Threads(int threads) => threads == 1 ? "1 thread" : $"{threads} threads";

    static double Time(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    static OrtValue Grey(int size)
    {
        float[] pixels = [.. Enumerable.Repeat(0.5f, 3 * size * size)];
        return OrtValue.CreateTensorValueFromMemory(pixels, [1, 3, size, size]);
    }
}
