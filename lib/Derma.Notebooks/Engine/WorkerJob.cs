using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Engine;

/// <summary>What the parent asks of its child: the cells to run, those of the run's parameters included, or only to compile, all of them
/// whatever fails.</summary>
internal sealed record WorkerJob(
    string File, IReadOnlyList<Cell> Cells, IReadOnlyDictionary<string, string> Inputs, bool CheckOnly);
