namespace Derma.Notebooks.Running;

/// <summary>What to run, and how.</summary>
public sealed record RunOptions
{
    /// <summary>The notebooks, in the order in which they run.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Folder that gets an .ipynb file as soon as its notebook ends; null for none.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>A cell that takes longer is stopped, and its notebook with it.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether the other notebooks still run after one has failed.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>Environment variables that the notebooks see besides those of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a cell may take to come to an end by itself once the run is cancelled.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(20);
}
