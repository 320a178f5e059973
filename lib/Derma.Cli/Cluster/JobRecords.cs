using System.Text.Json;

namespace Derma.Cli;

/// <summary>A job that was submitted for a run.</summary>
/// <param name="Work">The work's name.</param>
/// <param name="Job">Its number in the queue.</param>
/// <param name="Tasks">How many tasks the array has; null for a single job.</param>
/// <param name="User">Who submitted it.</param>
/// <param name="Submitted">When.</param>
sealed record JobRecord(string Work, string Job, int? Tasks, string User, DateTimeOffset Submitted);

/// <summary>The jobs of one run, in the run's folder: two runs of one checkout know nothing of each other.</summary>
/// <param name="folder">The folder of the run's jobs.</param>
sealed class JobRecords(string folder)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    string File => Path.Combine(folder, "jobs.jsonl");

    /// <summary>The newest job of each piece of work, in the order in which they were submitted first.</summary>
    /// <exception cref="UserError">The file holds something else.</exception>
    public IReadOnlyList<JobRecord> Read()
    {
        if (!System.IO.File.Exists(File)) return [];
        try
        {
            return [.. System.IO.File.ReadLines(File).Where(line => line.Length > 0)
                .Select(line => JsonSerializer.Deserialize<JobRecord>(line, Json)!)
                .GroupBy(record => record.Work).Select(same => same.Last())];
        }
        catch (JsonException problem)
        {
            throw new UserError($"{File} is no list of jobs ({problem.Message}); cancel what runs by Slurm's scancel and delete it.");
        }
    }

    /// <summary>Adds a job.</summary>
    public void Add(JobRecord record)
    {
        Directory.CreateDirectory(folder);
        System.IO.File.AppendAllText(File, JsonSerializer.Serialize(record, Json) + "\n");
    }
}

/// <summary>What a part of a run says of itself: where it runs, and how it ended.</summary>
/// <param name="Owner">Differs with every start. Whoever finds another's here was given up for lost and is to stop.</param>
/// <param name="Host">The node.</param>
/// <param name="Started">The newest start.</param>
/// <param name="Starts">How often it started.</param>
/// <param name="SecondsBefore">Seconds that its earlier starts took, as far as they came to say so.</param>
/// <param name="Seconds">Seconds of the newest start; null while it runs.</param>
/// <param name="ExitCode">How it ended; null while it runs.</param>
sealed record PartRecord(
    string Owner, string Host, DateTimeOffset Started, int Starts, double SecondsBefore, double? Seconds, int? ExitCode)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where a part's record is.</summary>
    /// <param name="folder">The folder of the run's jobs.</param>
    /// <param name="part">The notebook's name and the part's ending.</param>
    public static string FileIn(string folder, string part) => Path.Combine(folder, part + ".json");

    /// <summary>Where a part says how far its training is.</summary>
    /// <param name="folder">The folder of the run's jobs.</param>
    /// <param name="part">The notebook's name and the part's ending.</param>
    public static string ProgressIn(string folder, string part) => Path.Combine(folder, part + ".progress");

    /// <summary>Notes that a part starts here and now.</summary>
    public static PartRecord Start(string file)
    {
        var before = Load(file);
        // A node of Slurm may have another name than the machine that it is.
        var host = Environment.GetEnvironmentVariable("SLURMD_NODENAME") ?? Environment.MachineName;
        var record = new PartRecord(Guid.NewGuid().ToString("N"), host, DateTimeOffset.UtcNow,
            (before?.Starts ?? 0) + 1, (before?.SecondsBefore ?? 0) + (before?.Seconds ?? 0), null, null);
        record.Save(file);
        return record;
    }

    /// <summary>What a part last said; null where it has not started, or nobody can read it.</summary>
    public static PartRecord? Load(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<PartRecord>(File.ReadAllText(file), Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it, whole or not at all.</summary>
    public void Save(string file) => AtomicFile.WriteText(file, JsonSerializer.Serialize(this, Json));
}
