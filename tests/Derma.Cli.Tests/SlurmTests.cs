using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Derma.Cli.Tests;

/// <summary>Runs on a cluster of two nodes that tests/slurm/cluster starts on this machine; skipped where Slurm is not installed.</summary>
public sealed class SlurmTests : IDisposable
{
    /// <summary>Waits at its first start until it is stopped, as a training does, and passes at its second.</summary>
    const string Training = """
        #!markdown

        <!-- needs: 01-data -->

        #!csharp

        using System.IO;
        using System.Threading;
        using Microsoft.DotNet.Interactive;
        var starts = Path.Combine(Environment.GetEnvironmentVariable("DERMA_RUN"), "starts.txt");
        File.AppendAllText(starts, Environment.GetEnvironmentVariable("SLURMD_NODENAME") + "\n");
        if (File.ReadAllLines(starts).Length == 1)
        {
            KernelInvocationContext.Current.CancellationToken.WaitHandle.WaitOne();
            throw new OperationCanceledException("saved");
        }
        File.ReadAllLines(starts).Length
        """;

    static readonly string script = Path.Combine(RepositoryPaths.Root, "tests", "slurm", "cluster");

    readonly TemporaryFolder folder = new();
    readonly Workbook workbook = new(
        ("01-data.dib", "#!csharp\n\n1 + 1\n"), ("11-train.dib", Training),
        ("12-seeds.dib", "#!markdown\n\n<!-- needs: 01-data -->\n<!-- runs: by-seed -->\n\n#!csharp\n\n2\n"),
        ("21-after.dib", "#!markdown\n\n<!-- needs: 11-train, 12-seeds -->\n\n#!csharp\n\n3\n"),
        ("22-bad.dib", "#!csharp\n\nthrow new Exception(\"no\");\n"),
        ("23-never.dib", "#!markdown\n\n<!-- needs: 22-bad -->\n\n#!csharp\n\n4\n"));

    string Run => Path.Combine(workbook.Root, "mine");

    public SlurmTests()
    {
        string[] programs = ["sbatch", "slurmctld", "slurmd", "munged"];
        var places = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':');
        var isHere = programs.All(program => places.Any(place => File.Exists(Path.Combine(place, program))));
        if (isHere) Assert.True(Workbook.Succeeds("bash", script, "start", folder.Path));
        else Dispose();
        Skip.IfNot(isHere, "Slurm is not installed.");
    }

    public void Dispose()
    {
        if (!Directory.Exists(folder.Path)) return;
        if (File.Exists(folder.File("slurm.conf"))) Workbook.Succeeds("bash", script, "stop", folder.Path);
        workbook.Dispose();
        folder.Dispose();
    }

    (int ExitCode, string Output, string Error) Call(params string[] arguments) =>
        workbook.Run([("SLURM_CONF", folder.File("slurm.conf")), ("GITHUB_ACTIONS", "")], arguments);

    (int ExitCode, string Output, string Error) Submit(params string[] more) =>
        Call(["run", "--on", "slurm", "--seeds", "2", "--cores", "1", "--memory", "1", "--out", Run, .. more]);

    string Slurm(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["SLURM_CONF"] = folder.File("slurm.conf");
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }

    /// <summary>Waits for what must come; a cluster that never gets there fails the test.</summary>
    static void Until(Func<bool> isSo, string what)
    {
        for (var tries = 0; tries < 600; tries++, Thread.Sleep(500))
            if (isSo()) return;
        Assert.Fail($"It never came to be that {what}.");
    }

    void UntilTheQueueIsEmpty() => Until(() => Slurm("squeue", "-h").Length == 0, "the queue is empty");

    JsonNode Record(string part) => JsonNode.Parse(File.ReadAllText(Path.Combine(Run, "cluster", part + ".json")))!;

    int Number(string part, string what) => Record(part)[what]!.GetValue<int>();

    string JobOf(string work) => File.ReadLines(Path.Combine(Run, "cluster", "jobs.jsonl")).Select(line => JsonNode.Parse(line)!)
        .Where(job => job["work"]!.GetValue<string>() == work).Select(job => job["job"]!.GetValue<string>()).Last();

    [SkippableFact]
    public void A_warned_job_saves_queues_again_and_what_needs_it_runs_after_it()
    {
        var submitted = Submit("--only", "01,11,12,21");
        Assert.Equal((0, ""), (submitted.ExitCode, submitted.Error));
        Until(() => File.Exists(Path.Combine(Run, "starts.txt")), "the training has started");
        Assert.Matches(@"(?m)^11-train +\d+ +n[12] +running", Call("status", Run).Output);
        Assert.Contains("is in the queue already", Submit("--only", "11").Output);
        Slurm("scancel", "--batch", "--signal=TERM", JobOf("11-train"));
        UntilTheQueueIsEmpty();
        Assert.Equal((2, 0), (Number("11-train", "starts"), Number("11-train", "exitCode")));
        Assert.All(["01-data", "12-seeds.seeds-0", "12-seeds.seeds-1", "12-seeds", "21-after"],
            part => Assert.Equal(0, Number(part, "exitCode")));
        Assert.Contains("4 passed, 0 failed, 0 skipped", Call("collect", Run).Output);
        Assert.Contains("Everything is up to date", Submit("--only", "01,11,12,21").Output);
    }

    [SkippableFact]
    public void A_lost_nodes_job_goes_on_elsewhere()
    {
        Submit("--only", "01,11");
        var starts = Path.Combine(Run, "starts.txt");
        Until(() => File.Exists(starts) && File.ReadAllText(starts).EndsWith('\n'), "the training has started");
        Assert.True(Workbook.Succeeds("bash", script, "lose", folder.Path, File.ReadAllLines(starts)[0]));
        UntilTheQueueIsEmpty();
        Assert.Equal(2, File.ReadAllLines(starts).Length);
        Assert.Equal((2, 0), (Number("11-train", "starts"), Number("11-train", "exitCode")));
    }

    [SkippableFact]
    public void What_needs_a_failed_notebook_leaves_the_queue_and_a_cancelled_job_does_not_come_back()
    {
        Submit("--only", "01,11,22,23");
        Until(() => File.Exists(Path.Combine(Run, "starts.txt")), "the training has started");
        var bad = Path.Combine(Run, "cluster", "22-bad.json");
        Until(() => File.Exists(bad) && Record("22-bad")["exitCode"] is not null, "22-bad has failed");
        Assert.StartsWith("cancelled: ", Call("cancel", Run).Output);
        UntilTheQueueIsEmpty();
        Assert.Single(File.ReadAllLines(Path.Combine(Run, "starts.txt")));
        var status = Call("status", Run).Output;
        Assert.Matches(@"(?m)^11-train .* (stopped|lost.*)$", status);
        Assert.Matches(@"(?m)^22-bad .* failed$", status);
        Assert.Matches(@"(?m)^23-never .* did not start$", status);
    }
}
