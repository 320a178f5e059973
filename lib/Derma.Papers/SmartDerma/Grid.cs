using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>The values that a grid search tries; every combination is one trial.</summary>
public sealed record Grid
{
    /// <summary>The network of every trial.</summary>
    public required string Network { get; init; }

    /// <summary>Batch sizes.</summary>
    public required ImmutableArray<int> BatchSizes { get; init; }

    /// <summary>Learning rates.</summary>
    public required ImmutableArray<double> LearningRates { get; init; }

    /// <summary>Weight decays (4.2.2: 1e-5 to 1e-3).</summary>
    public required ImmutableArray<double> WeightDecays { get; init; }

    /// <summary>Dropout rates of the head (4.2.2: 0.3 to 0.5).</summary>
    public required ImmutableArray<double> Dropouts { get; init; }

    /// <summary>Training photos that each trial sees.</summary>
    public required int Photos { get; init; }

    /// <summary>A grid over the printed ranges: the paper names what was tuned, and not the values.</summary>
    public static Grid Paper { get; } = new()
    {
        Network = NetworkNames.MobileNetV3Large,
        BatchSizes = [16, 32, 64],
        LearningRates = [1e-4, 3e-4, 1e-3, 3e-3],
        WeightDecays = [1e-5, 1e-4, 1e-3],
        Dropouts = [0.3, 0.4, 0.5],
        Photos = 400_000,
    };

    /// <summary>Every combination, in a fixed order.</summary>
    /// <param name="seed">Seed of every trial.</param>
    /// <param name="threads">Threads of every trial.</param>
    public IReadOnlyList<Trial> Trials(long seed, int threads) =>
    [
        .. from batchSize in BatchSizes
           from rate in LearningRates
           from decay in WeightDecays
           from dropout in Dropouts
           select new Trial
           {
               Network = Network, BatchSize = batchSize, LearningRate = rate, WeightDecay = decay, Dropout = dropout, Photos = Photos, Seed = seed, Threads = threads,
           },
    ];
}
