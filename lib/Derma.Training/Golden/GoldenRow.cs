namespace Derma.Training;

/// <summary>One entry of a golden file.</summary>
/// <param name="Network">The entry's name.</param>
/// <param name="Known">Whether this library can build that network.</param>
/// <param name="Differences">One for each kind of figure; none for an unknown network.</param>
public sealed record GoldenRow(string Network, bool Known, IReadOnlyList<GoldenDifference> Differences)
{
    /// <summary>Whether the network is known and every difference passes.</summary>
    public bool Passes => Known && Differences.All(d => d.Passes);
}
