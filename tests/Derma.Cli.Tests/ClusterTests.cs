using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Derma.Cli.Tests;

/// <summary>What is printed and said of a run on a cluster; none of it needs one.</summary>
public class ClusterTests
{
    static readonly (string, string)[] notebooks =
    [
        ("01-data.dib", "#!csharp\n\n1 + 1\n"),
        ("11-train.dib", "#!markdown\n\n<!-- needs: 01-data -->\n<!-- runs: by-seed -->\n\n#!csharp\n\n// OpenLab(\"11-train\")\n2\n"),
        ("37-grid.dib", "#!markdown\n\n<!-- needs: 01-data -->\n<!-- runs: by-trial -->\n\n#!csharp\n\n3\n"),
        ("41-times.dib", "#!markdown\n\n<!-- needs: 11-train, 37-grid -->\n<!-- runs: alone -->\n\n#!csharp\n\n4\n"),
    ];

    static string[] Header(string script, string job)
    {
        var parts = script.Split("=$(sbatch");
        return [.. parts.Single(part => part.Contains($"#SBATCH --job-name={job}\n", StringComparison.Ordinal)).Split('\n')];
    }

    [Fact]
    public void A_dry_run_prints_a_script_with_dependencies_arrays_and_resources_and_writes_nothing()
    {
        using var workbook = new Workbook(notebooks);
        var before = workbook.Files;
        string[] chosen = ["--scale", "paper", "--seeds", "3", "--limit", "4", "--setup", "module load dotnet", "--sbatch=--account=lab"];
        var (exitCode, output, error) = workbook.Run(["run", "--on", "slurm", "--dry-run", .. chosen]);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(before, workbook.Files);
        var array = Header(output, "11-train.seeds");
        Assert.All(["#SBATCH --array=0-2%4", "#SBATCH --gres=gpu:1", "#SBATCH --cpus-per-task=8", "#SBATCH --mem=32G",
            "#SBATCH --time=1440", "#SBATCH --signal=B:TERM@120", "#SBATCH --requeue", "#SBATCH --account=lab", "module load dotnet"],
            line => Assert.Contains(line, array));
        Assert.Contains(array, line => line.EndsWith("--part 'seed:'\"$SLURM_ARRAY_TASK_ID\"'' &", StringComparison.Ordinal));
        Assert.Contains("#SBATCH --array=0-107%4", Header(output, "37-grid.trials"));
        Assert.Contains("#SBATCH --exclusive", Header(output, "41-times"));
        Assert.DoesNotContain("#SBATCH --gres=gpu:1", Header(output, "41-times"));
        Assert.Equal(["", ":$job1", ":$job1:$job2", ":$job1", ":$job1:$job4", ":$job3:$job5"], output.Split("=$(sbatch").Skip(1)
            .Select(part => part.Split('\n')[0].Replace(" --parsable", "").Replace(" --dependency=afterok", "").Replace(" <<'END'", "")));
    }

    [Fact]
    public void Options_stand_in_for_the_scales_resources_and_threads_follow_the_cores()
    {
        using var workbook = new Workbook(notebooks);
        string[] chosen = ["--cores", "3", "--memory", "6", "--time", "90", "--gpus", "2"];
        var output = workbook.Run(["run", "--on", "slurm", "--dry-run", "--only", "01", .. chosen]).Output;
        Assert.All(["#SBATCH --cpus-per-task=3", "#SBATCH --mem=6G", "#SBATCH --time=90", "#SBATCH --gres=gpu:2"],
            line => Assert.Contains(line, output.Split('\n')));
        Assert.Contains(" --threads 3 ", output);
    }

    [Fact]
    public void The_printed_script_is_one_that_bash_reads()
    {
        using var workbook = new Workbook(notebooks);
        var script = Path.Combine(workbook.Root, "submit.sh");
        var run = Path.Combine(workbook.Root, "it's a run");
        File.WriteAllText(script, workbook.Run("run", "--on", "slurm", "--dry-run", "--out", run).Output);
        Assert.Contains("it'\\''s a run", File.ReadAllText(script));
        Assert.True(Workbook.Succeeds("bash", "-n", script));
    }

    [Fact]
    public void Kubernetes_jobs_follow_the_schema_and_name_what_they_wait_for()
    {
        using var workbook = new Workbook(notebooks);
        var (exitCode, output, error) = workbook.Run("run", "--on", "kubernetes", "--dry-run", "--scale", "paper", "--seeds", "3",
            "--out", Path.Combine(workbook.Root, "mine"));
        Assert.Equal((0, ""), (exitCode, error));
        var jobs = JsonNode.Parse(output)!["items"]!.AsArray();
        var schema = JsonSchema.FromText(File.ReadAllText(Fixtures.KubernetesJob));
        Assert.All(jobs, job => Assert.True(schema.Evaluate(JsonSerializer.SerializeToElement(job)).IsValid, job!.ToJsonString()));
        string Needs(JsonNode job) => job["metadata"]!["annotations"]!["workbook/needs"]!.GetValue<string>();
        Assert.Equal(["", "01-data-mine", "01-data-mine 11-train-seeds-mine", "01-data-mine", "01-data-mine 37-grid-trials-mine",
            "11-train-mine 37-grid-mine"], jobs.Select(job => Needs(job!)));
        Assert.All(jobs, job => Assert.Equal(Needs(job!).Length > 0, job!["spec"]!["suspend"]!.GetValue<bool>()));
        var array = jobs[1]!["spec"]!;
        Assert.Equal((3, "Indexed"), (array["completions"]!.GetValue<int>(), array["completionMode"]!.GetValue<string>()));
        var container = array["template"]!["spec"]!["containers"]![0]!;
        Assert.Equal("1", container["resources"]!["limits"]!["nvidia.com/gpu"]!.GetValue<string>());
        Assert.Equal("seed:$(JOB_COMPLETION_INDEX)", container["command"]!.AsArray()[^1]!.GetValue<string>());
    }

    [Fact]
    public void The_schema_refuses_a_job_that_would_be_refused()
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Fixtures.KubernetesJob));
        const string Job = """
            {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "NAME"}, "spec": {"template": {"spec":
              {"restartPolicy": "RESTART", "containers": [{"name": "a", "image": "b"}]}}}}
            """;
        bool IsValid(string name, string restart) =>
            schema.Evaluate(JsonDocument.Parse(Job.Replace("NAME", name).Replace("RESTART", restart)).RootElement).IsValid;
        Assert.True(IsValid("a-1", "OnFailure"));
        Assert.False(IsValid("A_1", "OnFailure"));
        Assert.False(IsValid("a-1", "Always"));
    }

    [Theory]
    [InlineData("needs Slurm's sbatch on PATH", "run", "--on", "slurm")]
    [InlineData("--dry-run", "run", "--on", "kubernetes")]
    [InlineData("'lsf'", "run", "--on", "lsf")]
    [InlineData("--dry-run goes with --on", "run", "--dry-run")]
    [InlineData("--watch", "run", "--on", "slurm", "--dry-run", "--watch")]
    [InlineData("--limit", "run", "--on", "slurm", "--dry-run", "--limit", "0")]
    [InlineData("--part", "run", "--part", "seed:1")]
    [InlineData("latest", "status")]
    [InlineData("no-run", "collect", "no-run")]
    [InlineData("no-times", "plan", "--times", "no-times")]
    public void A_mistake_gives_one_sentence_exit_code_2_and_writes_nothing(string named, params string[] arguments)
    {
        using var workbook = new Workbook(notebooks);
        var before = workbook.Files;
        // Where Slurm is installed, it is not for this test.
        var path = string.Join(Path.PathSeparator, Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Where(folder => !File.Exists(Path.Combine(folder, "sbatch"))));
        var (exitCode, output, error) = workbook.Run([("GITHUB_ACTIONS", ""), ("PATH", path)], arguments);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(named, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(before, workbook.Files);
    }

    [Fact]
    public void A_part_runs_its_notebook_into_the_runs_folder_and_collecting_writes_the_site()
    {
        using var workbook = new Workbook(notebooks);
        var run = Path.Combine(workbook.Root, "runs", "one");
        var part = workbook.Run("run", "notebooks/01-data.dib", "--out", run, "--part", "notebook");
        Assert.Equal((0, ""), (part.ExitCode, part.Error));
        Assert.False(Directory.Exists(Path.Combine(run, "site")));
        Assert.Equal(0, JsonNode.Parse(File.ReadAllText(Path.Combine(run, "cluster", "01-data.json")))!["exitCode"]!.GetValue<int>());
        var collected = workbook.Run("collect", run);
        Assert.Equal(0, collected.ExitCode);
        Assert.Contains("1 passed, 0 failed, 0 skipped", collected.Output);
        Assert.True(File.Exists(Path.Combine(run, "site", "01-data.html")));
        // What a job has done is taken by a run here, and by the next submission.
        Assert.Contains("unchanged", workbook.Run("run", "--only", "01", "--out", run).Output);
        Assert.DoesNotContain("01-data", workbook.Run("run", "--on", "slurm", "--dry-run", "--only", "01", "--out", run, "--threads",
            $"{Math.Min(Environment.ProcessorCount, 8)}").Output.Replace(run, "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failed_part_fails_its_job_and_one_seed_leaves_no_results_of_the_notebook()
    {
        const string Code = "throw new Exception(Environment.GetEnvironmentVariable(\"DERMA_ONLY_SEED\"));";
        using var workbook = new Workbook(("11-bad.dib", $"#!csharp\n\n{Code}\n"));
        var run = Path.Combine(workbook.Root, "runs", "one");
        var (exitCode, _, error) = workbook.Run("run", "notebooks/11-bad.dib", "--seed", "5", "--out", run, "--part", "seed:2");
        Assert.Equal(1, exitCode);
        Assert.Contains("Exception: 7", error);
        Assert.False(Directory.Exists(Path.Combine(run, "notebooks")));
    }

    [Fact]
    public void A_plan_takes_its_times_from_a_table_and_says_what_is_waited_for()
    {
        using var workbook = new Workbook(notebooks);
        File.WriteAllText(Path.Combine(workbook.Root, "times.csv"), "# seconds\n01-data,10\n11-train.seeds,100\n*,20\n37-grid.trials,1\n");
        var (exitCode, output, _) = workbook.Run("plan", "--times", "times.csv", "--seeds", "3", "--nodes", "1,64");
        Assert.Equal(0, exitCode);
        // 10 + 3 x 100 + 20 + 8 x 1 + 20 + 20, and 10 + 100 + 20 + 20.
        Assert.Contains("    1    378.0 s      1.0 x  100 %\n   64    150.0 s      2.5 x", output);
        Assert.EndsWith("150.0 s\n01-data -> 11-train.seeds -> 11-train -> 41-times", output.TrimEnd());
    }
}
