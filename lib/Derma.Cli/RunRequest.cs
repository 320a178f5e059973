using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>A checked request to run notebooks.</summary>
/// <param name="Options">The choices that the notebooks see.</param>
/// <param name="Run">What to run and how, all but the folder of the run.</param>
/// <param name="Timeout">Time that all notebooks together may take; null for any.</param>
sealed record RunRequest(LabOptions Options, RunOptions Run, TimeSpan? Timeout);
