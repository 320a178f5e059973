namespace Derma.Training;

/// <summary>What became of each tensor of a weights file and a network, under the network's names.</summary>
/// <param name="Format">The file's format.</param>
/// <param name="Loaded">Tensors that now have the file's values.</param>
/// <param name="Skipped">The file's tensors for a head that was replaced.</param>
/// <param name="Missing">The network's tensors that the file lacks, batch counters included; they kept their values.</param>
/// <param name="Unexpected">The file's tensors that the network lacks; they were left out.</param>
public sealed record PretrainedReport(
    WeightFormat Format, IReadOnlyList<string> Loaded, IReadOnlyList<string> Skipped, IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unexpected);
