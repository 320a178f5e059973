using System.Text;

namespace Derma.Cli;

/// <summary>The script that sbatch takes for a piece of work.</summary>
static class SlurmScript
{
    /// <summary>
    /// Slurm tells only the script of its warning (B:), which hands it on. A training then saves itself, and the job queues again
    /// where it is still running: one that somebody has cancelled is not to come back.
    /// </summary>
    const string Course = """
        job=$!
        warned=
        trap 'warned=1; kill -TERM "$job" 2>/dev/null' TERM
        while wait "$job"; code=$?; kill -0 "$job" 2>/dev/null; do :; done
        id=${SLURM_ARRAY_JOB_ID:-$SLURM_JOB_ID}${SLURM_ARRAY_TASK_ID:+_$SLURM_ARRAY_TASK_ID}
        case "$warned:$code" in
          1:130 | 1:143) [ "$(squeue -h -j "$id" -o %T)" != RUNNING ] || { scontrol requeue "$id" && sleep 60; } ;;
        esac
        exit "$code"
        """;

    /// <summary>The text of the script, without what it waits for.</summary>
    public static string Of(Work work, ClusterChoices choices)
    {
        var text = new StringBuilder("#!/bin/bash\n");
        foreach (var option in Options(work, choices)) text.Append("#SBATCH ").Append(option).Append('\n');
        if (choices.Setup.Length > 0) text.Append(choices.Setup).Append('\n');
        var words = work.Command.Select(word => Quoted(word).Replace(Work.Task, "'\"$SLURM_ARRAY_TASK_ID\"'", StringComparison.Ordinal));
        return text.Append(string.Join(' ', words)).Append(" &\n").Append(Course).Append('\n').ToString();
    }

    static IEnumerable<string> Options(Work work, ClusterChoices choices)
    {
        var needs = work.Resources;
        yield return $"--job-name={work.Name}";
        yield return $"--comment={Quoted(choices.RunFolder)}";
        yield return $"--chdir={Quoted(choices.Root)}";
        yield return $"--output={Quoted(Path.Combine(choices.Folder, work.Name + (work.Tasks is null ? "-%j.log" : "-%A_%a.log")))}";
        yield return "--open-mode=append";
        yield return "--ntasks=1";
        yield return $"--cpus-per-task={needs.Cores}";
        yield return $"--mem={needs.Gigabytes}G";
        yield return $"--time={needs.Minutes}";
        if (needs.Gpus > 0) yield return $"--gres=gpu:{needs.Gpus}";
        if (work.Alone) yield return "--exclusive";
        if (work.Tasks is { } tasks) yield return $"--array=0-{tasks - 1}%{choices.Limit}";
        yield return $"--signal=B:TERM@{choices.WarningSeconds}";
        yield return "--requeue";
        yield return "--kill-on-invalid-dep=yes";
        foreach (var option in choices.Sbatch) yield return option;
    }

    /// <summary>One shell script that submits everything by itself: what a dry run prints.</summary>
    public static string All(IReadOnlyList<Work> works, ClusterChoices choices)
    {
        var text = new StringBuilder($"#!/bin/bash\nmkdir -p {Quoted(choices.Folder)}\n");
        var numbers = works.Index().ToDictionary(work => work.Item.Name, work => $"job{work.Index + 1}");
        foreach (var work in works)
        {
            var after = work.Needs.Where(numbers.ContainsKey).Select(need => "$" + numbers[need]).ToList();
            var waits = after.Count == 0 ? "" : $" --dependency=afterok:{string.Join(':', after)}";
            text.Append($"{numbers[work.Name]}=$(sbatch --parsable{waits} <<'END'\n{Of(work, choices)}END\n)\n");
        }
        return text.ToString();
    }

    static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=:,+@%".Contains(c, StringComparison.Ordinal)) ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
