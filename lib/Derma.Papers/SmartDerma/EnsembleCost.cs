using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Papers;

/// <summary>What one answer costs: multiply-adds counted, time measured on this machine (contradiction 25).</summary>
/// <param name="Networks">Name, multiply-adds and seconds of each network, one photo at the printed size.</param>
/// <param name="Threads">Threads of the measurement.</param>
public sealed record EnsembleCost(IReadOnlyList<(string Name, long MultiplyAdds, double Seconds)> Networks, int Threads)
{
    const int WarmUps = 2, Rounds = 7;

    /// <summary>Seconds of the slowest network.</summary>
    public double SlowestSeconds => Networks.Max(network => network.Seconds);

    /// <summary>Seconds of all networks, one after the other.</summary>
    public double EnsembleSeconds => Networks.Sum(network => network.Seconds);

    /// <summary>A row a network, and their sum.</summary>
    public HtmlView View => Tables.Of(
        ["One photo of 224 × 224", "Multiply-adds", "Milliseconds"],
        [
            .. Networks.Select(network => (IReadOnlyList<object?>)[network.Name, network.MultiplyAdds.ToString("N0"), Milliseconds(network.Seconds)]),
            ["all three", Networks.Sum(network => network.MultiplyAdds).ToString("N0"), Milliseconds(EnsembleSeconds)],
        ],
        $"Cost of an answer; median of {Rounds}, {Threads} thread{(Threads == 1 ? "" : "s")}");

    /// <summary>Counts and measures the paper's three networks with 13 classes at 224 pixels.</summary>
    /// <param name="lab">Its thread count is used.</param>
    public static EnsembleCost Measure(Lab lab)
    {
        ThreadCount.Set(lab.Options.Threads);
        return new EnsembleCost([.. PaperExperiments.All.Select(experiment =>
        {
            using var model = experiment.Build(SmartDermaNetworkClaims.PrintedClasses, seed: 0);
            return (experiment.Name, MultiplyAdds.Of(model, NetworkViews.PrintedSize), Seconds(model));
        })], lab.Options.Threads);
    }

    static double Seconds(Classifier model)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        model.eval();
        var photo = rand(1, NetworkViews.PrintedSize, NetworkViews.PrintedSize, 3).permute(0, 3, 1, 2);
        for (var i = 0; i < WarmUps; i++) model.call(photo).Dispose();
        return Enumerable.Range(0, Rounds).Select(_ => Once(model, photo)).Order().ElementAt(Rounds / 2);
    }

    static double Once(Classifier model, Tensor photo)
    {
        var watch = Stopwatch.StartNew();
        model.call(photo).Dispose();
        return watch.Elapsed.TotalSeconds;
    }

    static string Milliseconds(double seconds) => (1000 * seconds).ToString("0.0", CultureInfo.InvariantCulture);
}
