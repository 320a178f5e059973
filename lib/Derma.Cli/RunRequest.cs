using Derma.Experiments;

namespace Derma.Cli;

/// <summary>A checked request to run notebooks.</summary>
sealed record RunRequest(LabOptions Options, IReadOnlyList<NotebookFile> Notebooks, bool KeepGoing, TimeSpan CellTimeout);
