using System.Text.Json.Nodes;

namespace Derma.Cli.Tests;

/// <summary><c>--engine interactive</c> beside the engine of our own.</summary>
public class EngineTests
{
    const string NotInstalled = "dotnet-interactive is not installed: it is not on PATH.";

    static readonly bool isInstalled = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "dotnet-interactive")) || File.Exists(Path.Combine(folder, "dotnet-interactive.exe")));

    /// <summary>Claims about how long something takes, beside those of the notebooks of latencies: no two runs share them.</summary>
    static readonly string[] times =
        ["cnn.cost.minutes-per-epoch", "cnn.cost.final-hours", "smart.ensemble.latency-ratio", "smart.training.mixed-precision-faster"];

    const string Small = """
        #!csharp

        // parameters
        var count = 1;

        #!csharp

        Console.WriteLine("to the one");
        Console.Error.WriteLine("to the other");
        count + 1

        #!csharp

        using Microsoft.DotNet.Interactive;
        var shown = KernelInvocationContext.Current.Display("first");
        shown.Update("second");

        #!csharp

        #!set --name who --value @input:"Your name"
        Console.WriteLine("it is " + who);

        #!html

        <i>slanted</i>

        #!csharp

        System.Diagnostics.Process.Start("echo", "raw text").WaitForExit();

        #!csharp

        throw new InvalidOperationException("no way");

        #!html

        never

        """;

    [SkippableFact]
    public void Both_engines_show_the_same()
    {
        Skip.IfNot(isInstalled, NotInstalled);
        using var workbook = new Workbook(("01-small.dib", Small));
        var (own, tool) = (Outputs(workbook, "own"), Outputs(workbook, "interactive"));
        Assert.Contains("second", own);
        Assert.Contains("it is Ada", own);
        Assert.Contains("no way", own);
        Assert.DoesNotContain("never", own);
        Assert.Equal(own, tool);
    }

    [SkippableTheory]
    [InlineData("#!set --name who --value @input:\"Your name\"", "cell 1: 'who' is asked for, and nobody is asked here; give the answer by --input \"who=VALUE\".")]
    [InlineData("await Task.Delay(1_000_000)", "cell 1 ran longer than 30 s and was stopped.")]
    [InlineData("Environment.Exit(3);", "cell 1 ended its process with exit code 3.")]
    public void A_cell_that_the_tool_cannot_end_fails_with_the_sentence_of_our_own_engine(string code, string sentence)
    {
        Skip.IfNot(isInstalled, NotInstalled);
        using var workbook = new Workbook(("01-bad.dib", $"#!csharp\n\n{code}\n"));
        var (exitCode, _, error) = workbook.Run("run", "--engine", "interactive", "--cell-timeout", "0.5");
        Assert.Equal((1, $"workbook: 01-bad failed in cell 1: 01-bad.dib(3): {sentence}"), (exitCode, error.TrimEnd()));
    }

    [SkippableFact]
    public void What_one_engine_showed_is_no_result_of_the_other()
    {
        Skip.IfNot(isInstalled, NotInstalled);
        using var workbook = new Workbook(("01-good.dib", "#!csharp\n\n1\n"));
        var folder = Path.Combine(workbook.Root, "out");
        workbook.Run("run", "--out", folder);
        Assert.DoesNotContain("unchanged since", workbook.Run("run", "--engine", "interactive", "--out", folder).Output);
        Assert.Contains("unchanged since", workbook.Run("run", "--engine", "interactive", "--out", folder).Output);
    }

    [Theory]
    [InlineData("workbook: --engine interactive needs dotnet-interactive on PATH; "
        + "'dotnet tool install --global Microsoft.dotnet-interactive' installs it.", "interactive")]
    [InlineData("workbook: --engine takes own or interactive, not 'jupyter'.", "jupyter")]
    [InlineData("workbook: --check compiles with the engine of our own; leave out --engine interactive.", "interactive", "--check")]
    public void An_engine_that_is_not_there_is_named_with_exit_code_2(string sentence, params string[] engine)
    {
        using var workbook = new Workbook(("01-good.dib", "#!csharp\n\n1\n"));
        var (exitCode, _, error) = workbook.Run([("PATH", workbook.Root), ("Path", workbook.Root)], ["run", "--engine", .. engine]);
        Assert.Equal((2, sentence), (exitCode, error.TrimEnd()));
    }

    /// <summary>Takes minutes: all notebooks of the project, twice.</summary>
    [SkippableFact]
    public void All_notebooks_find_the_same_in_the_tool()
    {
        Skip.IfNot(Environment.GetEnvironmentVariable("DERMA_TOOL_SMOKE") == "1", "Set DERMA_TOOL_SMOKE=1 to run all notebooks in the tool.");
        Skip.IfNot(isInstalled, NotInstalled);
        using var workbook = new Workbook();
        var (own, tool) = (Claims(workbook, "own"), Claims(workbook, "interactive"));
        Assert.NotEmpty(own);
        Assert.Equal(own, tool);
    }

    static string[] Claims(Workbook workbook, string engine)
    {
        var folder = Path.Combine(workbook.Root, engine);
        var (exitCode, _, error) = workbook.Run([("DERMA_ROOT", RepositoryPaths.Root), ("GITHUB_ACTIONS", "")],
            "run", "--scale", "smoke", "--keep-going", "--engine", engine, "--out", folder);
        Assert.True(exitCode == 0, $"{engine}: {error}");
        return [.. JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "claims.json")))!.AsArray().Where(row => !IsTime(row!)).Select(row => row!.ToJsonString())];
    }

    static bool IsTime(JsonNode claim) => times.Contains(claim["id"]!.GetValue<string>())
        || claim["notebook"]!.GetValue<string>().Contains("latency", StringComparison.Ordinal);

    static string Outputs(Workbook workbook, string engine)
    {
        var folder = Path.Combine(workbook.Root, engine);
        var (exitCode, _, _) = workbook.Run("run", "--engine", engine, "--out", folder, "--input", "who=Ada", "--set", "count=41");
        Assert.Equal(1, exitCode);
        var cells = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "notebooks", "01-small.ipynb")))!["cells"]!.AsArray();
        return string.Join('\n', cells.SelectMany(cell => cell!["outputs"]?.AsArray() ?? []).Select(output => Told(output!.AsObject())));
    }

    /// <summary>An output without its id, and an error without its traceback, in which each engine names frames of its own.</summary>
    static string Told(JsonObject output)
    {
        foreach (var key in new[] { "metadata", "transient", "traceback" }) output.Remove(key);
        return output.ToJsonString();
    }
}
