namespace Derma.Cli;

/// <summary>How a run goes to a cluster.</summary>
sealed record ClusterChoices
{
    /// <summary>The clusters that a run can go to.</summary>
    public const string Slurm = "slurm", Kubernetes = "kubernetes";

    /// <summary>What <see cref="Limit"/>, <see cref="WarningSeconds"/> and <see cref="Image"/> are where nobody says otherwise.</summary>
    public const int UsualLimit = 16, UsualWarning = 120;

    /// <inheritdoc cref="UsualLimit"/>
    public const string UsualImage = "derma-workbook";

    /// <summary>One of them.</summary>
    public required string Cluster { get; init; }

    /// <summary>The run's folder, which all nodes see.</summary>
    public required string RunFolder { get; init; }

    /// <summary>The repository, which all nodes see.</summary>
    public required string Root { get; init; }

    /// <summary>The words that start the program on a node.</summary>
    public required IReadOnlyList<string> Program { get; init; }

    /// <summary>The run's own options, which every job gets.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>What the scale gives a job.</summary>
    public required ScaleJobs Jobs { get; init; }

    /// <summary>Whether to print what would be submitted.</summary>
    public bool DryRun { get; init; }

    /// <summary>In place of the scale's; null for the scale's.</summary>
    public (int? Cores, int? Gigabytes, int? Minutes, int? Gpus) Instead { get; init; }

    /// <summary>How many tasks of one array may run at the same time.</summary>
    public int Limit { get; init; } = UsualLimit;

    /// <summary>How many seconds before its time ends a job is told, so that it saves what it has.</summary>
    public int WarningSeconds { get; init; } = UsualWarning;

    /// <summary>A line of shell that prepares a node, such as <c>module load dotnet</c>.</summary>
    public string Setup { get; init; } = "";

    /// <summary>More of sbatch's own options, one each.</summary>
    public IReadOnlyList<string> Sbatch { get; init; } = [];

    /// <summary>The container image of Kubernetes' jobs.</summary>
    public string Image { get; init; } = UsualImage;

    /// <summary>Where scripts, logs and records of the run's jobs are.</summary>
    public string Folder => Papers.RunFolder.ClusterOf(RunFolder);

    /// <summary>What a job is given.</summary>
    /// <param name="trains">Whether it trains, or only reads what others trained.</param>
    public JobResources For(bool trains)
    {
        var scale = trains ? Jobs.Training : Jobs.Reading;
        return new(Instead.Cores ?? scale.Cores, Instead.Gigabytes ?? scale.Gigabytes, Instead.Minutes ?? scale.Minutes,
            Instead.Gpus ?? scale.Gpus);
    }
}
