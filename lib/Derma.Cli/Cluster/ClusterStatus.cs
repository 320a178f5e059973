namespace Derma.Cli;

/// <summary>A line of the table of a run's jobs.</summary>
sealed record StatusRow(string Work, string Job, string Node, string State, string Training, string TimeLeft);

/// <summary>How a run's jobs stand: what the queue says of those in it, and what the run's folder says of the others.</summary>
static class ClusterStatus
{
    /// <summary>A row for each job and for each task of an array.</summary>
    /// <param name="folder">The folder of the run's jobs.</param>
    /// <param name="records">The jobs.</param>
    /// <param name="queue">Those that wait or run.</param>
    public static IReadOnlyList<StatusRow> Of(string folder, IEnumerable<JobRecord> records, IReadOnlyList<QueuedTask> queue) =>
        [.. from record in records from task in Tasks(record) select Row(folder, record, task, queue)];

    static IEnumerable<int?> Tasks(JobRecord record) =>
        record.Tasks is { } tasks ? Enumerable.Range(0, tasks).Select(task => (int?)task) : [null];

    static StatusRow Row(string folder, JobRecord record, int? task, IReadOnlyList<QueuedTask> queue)
    {
        var part = record.Work + (task is null ? "" : $"-{task}");
        var job = record.Job + (task is null ? "" : $"_{task}");
        var said = PartRecord.Load(PartRecord.FileIn(folder, part));
        var progress = PartRecord.ProgressIn(folder, part);
        if (queue.FirstOrDefault(each => each.Job == record.Job && each.Task == task) is { } queued)
        {
            var isRunning = queued.State == "RUNNING";
            var state = queued.State.ToLowerInvariant() + (queued.State == "PENDING" ? $" ({queued.Reason})" : "");
            var training = isRunning && File.Exists(progress) ? File.ReadAllText(progress) : "";
            return new(part, job, queued.Node, state, training, queued.TimeLeft);
        }
        return new(part, job, said?.Host ?? "", StateOf(record, said), "", "");
    }

    static string StateOf(JobRecord record, PartRecord? said) => said is null || said.Started < record.Submitted ? "did not start"
        : said.ExitCode switch
        {
            0 => "finished" + (said.Starts > 1 ? $" after {said.Starts} starts" : ""),
            null => "lost: its node or its time ended",
            130 => "stopped",
            _ => "failed",
        };

    /// <summary>The table as text, with columns as wide as they must be.</summary>
    public static string Table(IReadOnlyList<StatusRow> rows)
    {
        string[][] cells =
        [
            ["notebook", "job", "node", "state", "training", "time left"],
            .. rows.Select(row => new[] { row.Work, row.Job, row.Node, row.State, row.Training, row.TimeLeft }),
        ];
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', cells.Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()));
    }
}
