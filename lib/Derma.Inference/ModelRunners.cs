using Microsoft.ML.OnnxRuntime;

namespace Derma.Inference;

/// <summary>Computes the outputs of a model file. Safe for use by several threads at once.</summary>
interface IModelRunner : IDisposable
{
    /// <summary>How the work is laid on the threads, for a reader.</summary>
    string Words { get; }

    /// <summary>The named outputs.</summary>
    /// <param name="pixels">N,3,S,S.</param>
    /// <param name="names">Of the file's outputs.</param>
    float[][] Run(OrtValue pixels, IReadOnlyCollection<string> names);
}

/// <summary>One session for the whole file.</summary>
/// <param name="session">Disposed with this.</param>
/// <param name="threads">Inside each node.</param>
sealed class WholeRunner(InferenceSession session, int threads) : IModelRunner
{
    /// <inheritdoc/>
    public string Words { get; } = $"one graph, {RunnerChoice.Threads(threads)}";

    /// <inheritdoc/>
    public float[][] Run(OrtValue pixels, IReadOnlyCollection<string> names)
    {
        using var options = new RunOptions();
        using var values = session.Run(options, [ModelContract.Pixels], [pixels], names);
        return [.. values.Select(value => value.GetTensorDataAsSpan<float>().ToArray())];
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}

/// <summary>The networks of a vote beside each other, then the vote about what they gave.</summary>
sealed class LaneRunner : IModelRunner
{
    readonly IReadOnlyList<PartSession> networks;
    readonly IReadOnlyList<IReadOnlyList<int>> lanes;
    readonly PartSession vote;

    LaneRunner(IReadOnlyList<PartSession> networks, IReadOnlyList<IReadOnlyList<int>> lanes, PartSession vote, int threads)
    {
        (this.networks, this.lanes, this.vote) = (networks, lanes, vote);
        var beside = string.Join(" beside ", lanes.Select(lane => string.Join(" and ", lane.Select(i => networks[i].Name))));
        Words = $"{beside}, {RunnerChoice.Threads(threads)} each";
    }

    /// <inheritdoc/>
    public string Words { get; }

    /// <summary>As many lanes as there are threads, or networks where those are fewer; measured, so that they end together.</summary>
    /// <param name="parts">The file's parts.</param>
    /// <param name="threads">Of all lanes together.</param>
    /// <param name="pixels">A photo to measure with.</param>
    public static LaneRunner Of(GraphParts parts, int threads, OrtValue pixels)
    {
        var count = Math.Min(threads, parts.Networks.Count);
        PartSession[] networks = [.. parts.Networks.Select(part => new PartSession(part, threads / count))];
        var times = RunnerChoice.Times([.. networks.Select(network => (Action)(() => network.Run([pixels]).Dispose()))]);
        return new LaneRunner(networks, Lanes(times, count), new PartSession(parts.Vote, threads: 1), threads / count);
    }

    /// <summary>Which go on which lane: the longest first, each where least is to do.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Lanes(IReadOnlyList<double> times, int count)
    {
        List<int>[] lanes = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        foreach (var i in Enumerable.Range(0, times.Count).OrderByDescending(i => times[i]))
            lanes.MinBy(lane => lane.Sum(other => times[other]))!.Add(i);
        return lanes;
    }

    /// <inheritdoc/>
    public float[][] Run(OrtValue pixels, IReadOnlyCollection<string> names)
    {
        var given = new IDisposableReadOnlyCollection<OrtValue>?[networks.Count];
        try
        {
            Parallel.For(0, lanes.Count, lane =>
            {
                foreach (var i in lanes[lane]) given[i] = networks[i].Run([pixels]);
            });
            using var values = vote.Run([.. given.SelectMany(values => values!)], names);
            return [.. values.Select(value => value.GetTensorDataAsSpan<float>().ToArray())];
        }
        finally
        {
            foreach (var values in given) values?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var network in networks) network.Dispose();
        vote.Dispose();
    }
}

/// <summary>A part of a graph in ONNX Runtime, on the CPU.</summary>
/// <param name="part">The part.</param>
/// <param name="threads">Inside each node.</param>
sealed class PartSession(GraphPart part, int threads) : IDisposable
{
    readonly InferenceSession session = Sessions.OnCpu(part.Model, threads);
    readonly IReadOnlyList<string> inputs = part.Inputs, outputs = part.Outputs;

    /// <summary>Name of the part.</summary>
    public string Name { get; } = part.Name;

    /// <summary>Runs it; the caller disposes what it gives.</summary>
    /// <param name="values">In the order of the part's inputs.</param>
    /// <param name="names">Of the outputs that are wanted; null for all.</param>
    public IDisposableReadOnlyCollection<OrtValue> Run(IReadOnlyCollection<OrtValue> values, IReadOnlyCollection<string>? names = null)
    {
        using var options = new RunOptions();
        return session.Run(options, inputs, values, names ?? outputs);
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}
