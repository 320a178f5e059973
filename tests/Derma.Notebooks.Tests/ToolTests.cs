using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Derma.Notebooks.Tests;

/// <summary>The program as people call it: as the installed tool, and as its assembly for what needs no package.</summary>
public sealed class ToolTests : IDisposable
{
    const string Notebook = "#!markdown\n\n# First\n\n#!csharp\n\n// parameters\nvar rate = 0.25;\n\n#!csharp\n\n"
        + "Console.WriteLine($\"rate {rate}, made {DateTime.UtcNow:O}\");\nMath.Sqrt(rate)\n";

    readonly TemporaryFolder folder = new();

    public ToolTests()
    {
        Directory.CreateDirectory(At("notebooks"));
        File.WriteAllText(At("notebooks/first.dib"), Notebook);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Packs the library, so this is one test and no more: it takes half a minute.</summary>
    [SkippableFact]
    public void The_guide_installs_the_tool_from_a_folder_and_runs_checks_compares_and_converts_with_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "The guide's lines are for bash.");
        var guide = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "dib-in-ci.md"));
        var lines = Regex.Match(guide, "```sh\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        // The repository's own build, which may go on beside this, is left alone.
        var pack = $"dotnet pack -p:ArtifactsPath={At("artifacts")} {RepositoryPaths.Root}/";
        var script = lines.Replace("dotnet pack workbook/", pack, StringComparison.Ordinal);
        Assert.NotEqual(lines, script);
        var (exitCode, output, error) = Run("bash", ["-ec", script]);
        Assert.True(exitCode == 0, output + error);
        Assert.Contains("1 compile, 0 do not\n", output);
        Assert.Contains("rate 0.25", output);
        Assert.Contains("rate 0.5", output);
        Assert.Contains("0 of 1 with other outputs than their files keep\n", output);
        foreach (var file in new[] { "results/junit.xml", "results/site/first.html", "results/notebooks/first.ipynb" }) Assert.True(File.Exists(At(file)), file);
        Assert.Contains("```text\nrate 0.25", File.ReadAllText(At("kept.md")));
    }

    [Fact]
    public void Comparing_shows_what_differs_marks_it_on_GitHub_and_fails()
    {
        Assert.Equal(0, Dib("run", "notebooks", "--out", "results").ExitCode);
        File.Move(At("results/notebooks/first.ipynb"), At("kept.ipynb"));
        Assert.Equal(0, Dib("compare", "kept.ipynb").ExitCode);
        var (exitCode, output, error) = Run("dotnet", ["exec", Assembly, "compare", "kept.ipynb", "--set", "rate=1"], ("GITHUB_ACTIONS", "true"));
        Assert.Equal((1, ""), (exitCode, error));
        Assert.Contains("  stdout, line 1\n    kept: rate 0.25, made …\n    now:  rate 1, made …\n", output);
        Assert.Contains("  output 1 as text/", output);
        Assert.Contains("::error file=kept.ipynb,line=", output);
        Assert.Equal(0, Dib("compare", "kept.ipynb", "--set", "rate=0.2500001", "--tolerance", "1e-5").ExitCode);
    }

    [Fact]
    public void A_notebook_that_fails_is_no_difference_but_a_failure()
    {
        File.WriteAllText(At("a.ipynb"), """
            {"cells":[{"cell_type":"code","metadata":{},"source":"throw new Exception(\"no ink\");","outputs":[],"execution_count":1}],
            "metadata":{},"nbformat":4,"nbformat_minor":5}
            """);
        var (exitCode, output, error) = Dib("compare", "a.ipynb");
        Assert.Equal(1, exitCode);
        Assert.Contains("dib: a failed in cell 1", error);
        Assert.EndsWith("0 of 1 with other outputs than their files keep\n0 passed, 1 failed, 0 skipped\n", output);
    }

    [Theory]
    [InlineData("notebooks/first.dib keeps no outputs", "compare", "notebooks/first.dib")]
    [InlineData("no .ipynb file in the folder 'notebooks'", "compare", "notebooks")]
    [InlineData("--tolerance", "compare", "notebooks", "--tolerance", "-1")]
    [InlineData("'('", "compare", "notebooks", "--mask", "(")]
    [InlineData("'none'", "run", "none")]
    [InlineData("dib --help", "run")]
    [InlineData("--jobs", "check", "notebooks", "--jobs", "0")]
    [InlineData("'rate'", "run", "notebooks", "--set", "rate")]
    [InlineData("notebooks/first.dib is a file", "run", "notebooks", "--out", "notebooks/first.dib")]
    [InlineData("first.ipynb; name another folder", "run", "site/first.ipynb", "--out", ".")]
    [InlineData("site/first.ipynb; name another folder", "run", "notebooks", "--out", ".")]
    public void A_mistake_gives_one_sentence_that_names_it_exit_code_2_and_writes_nothing(string named, params string[] arguments)
    {
        Directory.CreateDirectory(At("site"));
        File.WriteAllText(At("site/first.ipynb"), """{"cells":[],"nbformat":4}""");
        var before = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);
        var (exitCode, output, error) = Dib(arguments);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(named, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(before, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [SkippableFact]
    public void A_notebook_waits_for_a_debugger_before_its_first_cell_until_it_is_interrupted()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no interrupt signal.");
        using var dib = Start("dotnet", ["exec", Assembly, "run", "notebooks", "--wait-for-debugger"]);
        var waiting = Regex.Match(dib.StandardError.ReadLine() ?? "", @"^first: process (\d+) waits for a debugger; Ctrl-C ends it\.$");
        var worker = int.Parse(waiting.Groups[1].Value);
        Process.GetProcessById(worker).Dispose();
        using var kill = Process.Start("kill", ["-INT", $"{dib.Id}"]);
        var output = dib.StandardOutput.ReadToEnd();
        dib.WaitForExit();
        Assert.Equal(130, dib.ExitCode);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(worker));
        Assert.DoesNotContain("rate", output);
        Assert.EndsWith("0 passed, 0 failed, 1 skipped\n", output);
    }

    static string Assembly => typeof(Documents.Notebook).Assembly.Location;

    string At(string name) => Path.Combine(folder.Path, name);

    (int ExitCode, string Output, string Error) Dib(params string[] arguments) => Run("dotnet", ["exec", Assembly, .. arguments]);

    (int ExitCode, string Output, string Error) Run(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(program, arguments, environment);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    Process Start(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path };
        foreach (var name in new[] { "GITHUB_ACTIONS", "GITHUB_WORKSPACE" }) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
