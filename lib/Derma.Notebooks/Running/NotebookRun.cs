using System.Globalization;
using System.Text.Json.Nodes;
using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Running;

/// <summary>A notebook and what came of it.</summary>
/// <param name="File">Full path of the notebook.</param>
/// <param name="Notebook">The notebook as it was read.</param>
/// <param name="Cells">One entry for each of its cells.</param>
/// <param name="Started">When it started.</param>
/// <param name="Duration">Time from the start of its process to the end.</param>
public sealed record NotebookRun(string File, Notebook Notebook, IReadOnlyList<CellRun> Cells, DateTimeOffset Started, TimeSpan Duration)
{
    /// <summary>File name without folder and extension: how pages and results are called.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The notebook's title, or its name where it has none.</summary>
    public string Title => Notebook.Title ?? Name;

    /// <summary>Why its results could not be written; null where they were.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the results are those of an earlier run, which nothing has changed since.</summary>
    public bool Reused { get; init; }

    /// <summary>Whether its cell ended with an error because the run was stopped, and not by a fault of its own.</summary>
    public bool Stopped { get; init; }

    /// <summary>Two numbers for all that decided the results: of what runs, and of every word besides; null where not known.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>How it ended.</summary>
    public RunStatus Status => Problem is not null || (FirstFailure is not null && !Stopped) ? RunStatus.Failed
        : Stopped || Cells.Any(cell => cell.Status == CellStatus.NotRun) ? RunStatus.NotFinished
        : RunStatus.Passed;

    /// <summary>The first cell that failed, or null.</summary>
    public CellRun? FirstFailure => Cells.FirstOrDefault(cell => cell.Status == CellStatus.Failed);

    /// <summary>The results that a notebook's file keeps.</summary>
    public static NotebookRun Of(string file, Notebook notebook)
    {
        var run = notebook.Metadata.At("run");
        var isKnown = DateTimeOffset.TryParse(run.At("started").Text(), CultureInfo.InvariantCulture, out var started);
        return new(file, notebook, [.. notebook.Cells.Select((cell, index) => CellRun.Of(index + 1, cell))],
            isKnown ? started : System.IO.File.GetLastWriteTimeUtc(file), run.At("seconds").Seconds())
        {
            Fingerprint = run.At("fingerprint").Text(),
        };
    }

    /// <summary>The notebook with its results, as files keep them.</summary>
    public Notebook ToNotebook()
    {
        var metadata = KernelNames.MetadataOf(Notebook);
        metadata["run"] = new JsonObject
        {
            ["started"] = Started.ToString("O", CultureInfo.InvariantCulture), ["seconds"] = Duration.TotalSeconds,
            ["fingerprint"] = Fingerprint,
        };
        return new([.. Cells.Select(cell => cell.ToCell())], metadata);
    }
}
