namespace Derma.Notebooks.Running;

/// <summary>What to run, and how.</summary>
public sealed record RunOptions
{
    /// <summary>The notebooks, in the order in which they run where nothing they need says otherwise.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Folder that gets an .ipynb file as soon as its notebook ends; null for none.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Full path of <c>dotnet-interactive</c>, which then runs the cells; null for the engine of this library.</summary>
    public string? InteractiveTool { get; init; }

    /// <summary>How many notebooks may run side by side, each in a process of its own.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>A cell that takes longer is stopped, and its notebook with it.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Bytes of memory that one notebook's process and those that it starts may hold (only Linux tells of the latter); without
    /// it, nine tenths of the machine's.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Whether the other notebooks still run after one has failed, save those that need it.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>Whether every cell is compiled and none is run.</summary>
    public bool CheckOnly { get; init; }

    /// <summary>Whether notebooks run again whose results in <see cref="OutputFolder"/> are up to date.</summary>
    public bool Force { get; init; }

    /// <summary>What the results depend on besides notebooks, library and these options, such as the state of a data folder.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Values that take the place of those in the cell marked <c>// parameters</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Answers to <c>@input</c> and <c>GetInputAsync</c>, by variable or prompt.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Folders of built assemblies that notebooks load: where one changes, the notebooks run again.</summary>
    public IReadOnlyList<string> LibraryFolders { get; init; } = [];

    /// <summary>Environment variables that the notebooks see besides those of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether each notebook's process waits for a debugger before its first cell.</summary>
    public bool WaitForDebugger { get; init; }

    /// <summary>How long a cell may take to come to an end by itself once the run is cancelled.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(20);
}
