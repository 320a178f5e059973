using System.Text.Json;
using System.Xml.Linq;

namespace Derma.Cli.Tests;

public class RunTests
{
    [Fact]
    public void A_cell_that_throws_gives_exit_code_1_and_page_and_junit_name_cell_and_line()
    {
        using var workbook = new Workbook(
            ("01-good.dib", "#!markdown\n\n# Good\n\n#!csharp\n\n20 + 22\n"),
            ("02-bad.dib", "#!csharp\n\nvar a = 1;\n\n#!csharp\n\nthrow new Exception(\"no more ink\");\n"),
            ("03-never.dib", "#!csharp\n\n1\n"));
        var (exitCode, output, error) = workbook.Run("run");
        Assert.Equal(1, exitCode);
        Assert.EndsWith("1 passed, 1 failed, 1 skipped", output.TrimEnd());
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("02-bad failed in cell 2", error);
        var failure = XDocument.Load(Path.Combine(workbook.Root, "runs", "latest", "junit.xml")).Descendants("testcase").Single(test => test.Element("failure") is not null);
        Assert.Equal(("02-bad", "7"), ((string)failure.Attribute("classname")!, (string)failure.Attribute("line")!));
        Assert.Contains("no more ink", File.ReadAllText(Path.Combine(workbook.Root, "runs", "site", "02-bad.html")));
        Assert.Contains("42", File.ReadAllText(Path.Combine(workbook.Root, "runs", "latest", "notebooks", "01-good.ipynb")));
    }

    [Theory]
    [InlineData("Environment.Exit(0);", "cell 2 ended its process with exit code 0.")]
    [InlineData("int Down(int n) => Down(n + 1) + 1; Down(0)", "cell 2 crashed its process (SIGABRT: a stack overflow or an abort in native code).")]
    [InlineData("while (true) { }", "cell 2 ran longer than 15 s and was stopped.", "--cell-timeout", "0.25")]
    [InlineData("unsafe { for (var i = 0; i < 4096; i++) new Span<byte>(System.Runtime.InteropServices.NativeMemory.Alloc(1 << 20), 1 << 20).Fill(1); }", "cell 2 used more than 0.5 GB of memory and was stopped.", "--memory", "0.5")]
    [InlineData("System.IO.File.WriteAllText(\"/dev/full\", \"x\");", "IOException: No space left on device : '/dev/full'")]
    public void A_hard_failure_names_its_cell_keeps_what_came_before_and_leaves_other_notebooks_alone(string code, string sentence, params string[] options)
    {
        using var workbook = new Workbook(("01-bad.dib", $"#!html\n\n<p>before</p>\n\n#!csharp\n\n{code}\n\n#!html\n\nnever\n"), ("02-good.dib", "#!html\n\n<p>good</p>\n"));
        var (exitCode, output, error) = workbook.Run(["run", "--keep-going", .. options]);
        Assert.Equal(1, exitCode);
        Assert.Equal($"workbook: 01-bad failed in cell 2: 01-bad.dib(7): {sentence}", error.TrimEnd());
        Assert.EndsWith("1 passed, 1 failed, 0 skipped", output.TrimEnd());
        foreach (var (name, kept) in new[] { ("01-bad", "<p>before</p>"), ("02-good", "<p>good</p>") })
        {
            Assert.Contains(kept, File.ReadAllText(Path.Combine(workbook.Root, "runs", "latest", "notebooks", name + ".ipynb")));
            Assert.Contains(kept, File.ReadAllText(Path.Combine(workbook.Root, "runs", "site", name + ".html")));
        }
        Assert.Contains("01-bad", File.ReadAllText(Path.Combine(workbook.Root, "runs", "latest", "junit.xml")));
    }

    [SkippableFact]
    public void Results_that_fill_the_disk_fail_their_notebook_and_leave_room_for_the_others()
    {
        using var workbook = new Workbook(("01-large.dib", $"#!html\n\n{new string('x', 2_000_000)}\n"), ("02-good.dib", "#!html\n\n<p>good</p>\n"));
        var disk = Directory.CreateDirectory(Path.Combine(workbook.Root, "disk")).FullName;
        Skip.IfNot(OperatingSystem.IsLinux() && Workbook.Succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk), "This user may not mount a small disk.");
        try
        {
            var (exitCode, output, error) = workbook.Run("run", "--keep-going", "--out", Path.Combine(disk, "run"));
            Assert.Equal(1, exitCode);
            Assert.StartsWith("workbook: 01-large: its results could not be written: ", error);
            Assert.EndsWith("1 passed, 1 failed, 0 skipped", output.TrimEnd());
            Assert.Contains("<p>good</p>", File.ReadAllText(Path.Combine(disk, "run", "notebooks", "02-good.ipynb")));
            Assert.Single(Directory.GetFiles(Path.Combine(disk, "run", "notebooks")));
        }
        finally
        {
            Workbook.Succeeds("umount", disk);
        }
    }

    [Fact]
    public void What_is_cut_of_an_output_is_noted_in_page_notebook_and_log()
    {
        using var workbook = new Workbook(("01-much.dib", "#!csharp\n\nfor (var i = 0; i < 30; i++) Console.Write(new string('x', 100_000));\nHTML(new string('x', 50_000_000))\n"));
        var (exitCode, output, _) = workbook.Run("run");
        Assert.Equal(0, exitCode);
        foreach (var text in new[] { output, File.ReadAllText(Path.Combine(workbook.Root, "runs", "site", "01-much.html")), File.ReadAllText(Path.Combine(workbook.Root, "runs", "latest", "notebooks", "01-much.ipynb")) })
        {
            Assert.Contains("[cut: 2,000,000 more characters]", text);
            Assert.Contains("[cut: 50,000,000 characters of displays]", text);
            Assert.InRange(text.Length, 1_000_000, 1_200_000);
        }
    }

    [Fact]
    public void A_line_that_a_cell_leaves_open_is_in_the_log()
    {
        using var workbook = new Workbook(("01-open.dib", "#!csharp\n\nConsole.Write(\"half a line\");\n"));
        Assert.Contains("half a line", workbook.Run("run").Output);
    }

    [Fact]
    public void Keep_going_runs_what_follows_a_failure()
    {
        using var workbook = new Workbook(("01-bad.dib", "#!csharp\n\nnope\n"), ("02-good.dib", "#!csharp\n\n1\n"));
        Assert.EndsWith("1 passed, 1 failed, 0 skipped", workbook.Run("run", "--keep-going").Output.TrimEnd());
    }

    [Fact]
    public void A_run_writes_every_row_of_both_papers_ledgers_with_its_ten_fields()
    {
        using var workbook = new Workbook(("01-good.dib", "#!csharp\n\n1\n"));
        Assert.Equal(0, workbook.Run("run").ExitCode);
        using var claims = JsonDocument.Parse(File.ReadAllText(Path.Combine(workbook.Root, "runs", "latest", "claims.json")));
        var row = claims.RootElement.EnumerateArray().Single(claim => claim.GetProperty("id").GetString() == "cnn.params.total");
        Assert.Equal(1_976_438, row.GetProperty("expected").GetDouble());
        Assert.Equal("not checked", row.GetProperty("verdict").GetString());
        Assert.Equal(
            ["id", "paper", "place", "quoted", "expected", "measured", "tolerance", "verdict", "notebook", "note"],
            row.EnumerateObject().Select(field => field.Name));
        var other = claims.RootElement.EnumerateArray().Single(claim => claim.GetProperty("id").GetString() == "smart.data.images");
        Assert.Equal("Smart Derma", other.GetProperty("paper").GetString());
        Assert.Equal("needs the original data", other.GetProperty("verdict").GetString());
    }

    [Fact]
    public void A_notebook_sees_the_choices_of_its_run()
    {
        using var workbook = new Workbook(("01-choices.dib", "#!csharp\n\nstring.Join(\" \", new[] { \"SCALE\", \"DATA\", \"SEED\", \"SEEDS\", \"THREADS\" }.Select(name => Environment.GetEnvironmentVariable(\"DERMA_\" + name)))\n"));
        Assert.Equal(0, workbook.Run("run", "--scale", "smoke", "--seed", "7", "--seeds", "2", "--threads", "1").ExitCode);
        Assert.Contains("smoke synthetic 7 2 1", File.ReadAllText(Path.Combine(workbook.Root, "runs", "latest", "notebooks", "01-choices.ipynb")));
    }

    [Fact]
    public void A_second_run_takes_what_is_unchanged_and_runs_the_rest()
    {
        using var workbook = new Workbook(("01-good.dib", "#!html\n\n<p>one</p>\n"), ("02-next.dib", "#!html\n\n<p>two</p>\n"));
        Assert.Equal(0, workbook.Run("run").ExitCode);
        File.WriteAllText(Path.Combine(workbook.Root, "notebooks", "02-next.dib"), "#!html\n\n<p>three</p>\n");
        var (exitCode, output, _) = workbook.Run("run");
        Assert.Equal(0, exitCode);
        Assert.Single(output.Split('\n'), line => line.Contains("unchanged"));
        Assert.EndsWith("2 passed, 0 failed, 0 skipped", output.TrimEnd());
        Assert.Contains("<p>one</p>", File.ReadAllText(Path.Combine(workbook.Root, "runs", "site", "01-good.html")));
        Assert.Contains("<p>three</p>", File.ReadAllText(Path.Combine(workbook.Root, "runs", "site", "02-next.html")));
    }

    [Fact]
    public void A_run_with_another_library_starts_anew()
    {
        using var workbook = new Workbook(("01-good.dib", "#!html\n\n<p>one</p>\n"));
        Assert.Equal(0, workbook.Run("run").ExitCode);
        var library = Directory.CreateDirectory(Path.Combine(workbook.Root, "artifacts", "bin", "Derma.Papers", "release")).FullName;
        File.WriteAllText(Path.Combine(library, "Derma.Papers.dll"), "changed");
        Assert.DoesNotContain("unchanged", workbook.Run("run").Output);
    }

    [Fact]
    public void Check_compiles_every_cell_and_writes_nothing()
    {
        using var workbook = new Workbook(("01-good.dib", "#!csharp\n\n1\n"), ("02-bad.dib", "#!csharp\n\nnope\n\n#!csharp\n\nnever\n"));
        var before = workbook.Files;
        var (exitCode, output, error) = workbook.Run("run", "--check");
        Assert.Equal(1, exitCode);
        Assert.Contains("02-bad.dib(3,1): error CS0103", error);
        Assert.Contains("02-bad.dib(7,1): error CS0103", error);
        Assert.EndsWith("1 compile, 1 do not", output.TrimEnd());
        Assert.Equal(before, workbook.Files);
    }

    [Fact]
    public void On_GitHub_a_failure_is_annotated_at_its_line()
    {
        using var workbook = new Workbook(("01-bad.dib", "#!csharp\n\nvar a = 1;\nthrow new Exception(\"50 %\");\n"));
        var output = workbook.Run([("GITHUB_ACTIONS", "true"), ("GITHUB_WORKSPACE", workbook.Root)], "run").Output;
        var annotation = Assert.Single(output.Split('\n'), line => line.StartsWith("::error ", StringComparison.Ordinal));
        Assert.StartsWith("::error file=notebooks/01-bad.dib,line=4,title=01-bad%2C cell 1::", annotation);
        Assert.Contains("01-bad.dib(4): Exception: 50 %25", annotation);
    }

    [Fact]
    public void Files_folders_and_a_start_choose_what_runs()
    {
        using var workbook = new Workbook(("01-a.dib", "#!html\n\na"), ("02-b.dib", "#!html\n\nb"), ("03-c.dib", "#!html\n\nc"));
        Directory.CreateDirectory(Path.Combine(workbook.Root, "other"));
        File.WriteAllText(Path.Combine(workbook.Root, "other", "own.dib"), "#!html\n\nx");
        Assert.EndsWith("2 passed, 0 failed, 0 skipped", workbook.Run("run", "--from", "02").Output.TrimEnd());
        Assert.EndsWith("2 passed, 0 failed, 0 skipped", workbook.Run("run", "01", "other").Output.TrimEnd());
    }

    [Fact]
    public void A_notebook_converts_to_every_kind_with_its_outputs()
    {
        using var workbook = new Workbook(("01-good.dib", "#!markdown\n\n# Good\n\n#!csharp\n\n20 + 22 + \"!\"\n"));
        Assert.Equal(0, workbook.Run("run").ExitCode);
        var saved = Path.Combine("runs", "latest", "notebooks", "01-good.ipynb");
        string Converted(string kind)
        {
            Assert.Equal(0, workbook.Run("convert", saved, "--to", kind, "--out", "new." + kind).ExitCode);
            return File.ReadAllText(Path.Combine(workbook.Root, "new." + kind));
        }
        Assert.Equal("# Good\n\n```csharp\n20 + 22 + \"!\"\n```\n\n```text\n42!\n```\n", Converted("md"));
        Assert.Contains(">42!</pre>", Converted("html"));
        Assert.EndsWith("#!csharp\n\n20 + 22 + \"!\"\n\n", Converted("dib"));
    }

    [Fact]
    public void A_run_that_takes_too_long_is_stopped_and_keeps_what_it_has()
    {
        using var workbook = new Workbook(("01-good.dib", "#!html\n\nfine"), ("02-slow.dib", "#!csharp\n\nwhile (!Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken.IsCancellationRequested) await Task.Delay(5);\n#!csharp\n1"));
        var (exitCode, output, error) = workbook.Run("run", "--timeout", "0.1");
        Assert.Equal(1, exitCode);
        Assert.Contains("the run took longer than 0.1 minutes (--timeout) and was stopped", error);
        Assert.EndsWith("1 passed, 0 failed, 1 skipped", output.TrimEnd());
    }

    [Fact]
    public void Characters_that_nothing_can_show_cost_neither_log_nor_junit_nor_the_next_notebook()
    {
        using var workbook = new Workbook(
            ("01-odd.dib", "#!csharp\n\nConsole.WriteLine(\"<\" + char.MaxValue + '\\ud800' + \"\\0\\u001b\\ufffe>\"); HTML(\"<p>\" + char.MaxValue + \"</p>\").Display();\nthrow new Exception(\"no \" + char.MaxValue);"),
            ("02-next.dib", "#!html\n\n<p>next</p>\n"));
        var (exitCode, output, error) = workbook.Run("run", "--keep-going");
        Assert.Equal((1, "1 passed, 1 failed, 0 skipped"), (exitCode, output.TrimEnd().Split('\n')[^1]));
        Assert.Contains("<\uFFFD\uFFFD  \uFFFD>", output);
        Assert.Contains("Exception: no \uFFFD", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        var failure = XDocument.Load(Path.Combine(workbook.Root, "runs", "latest", "junit.xml")).Descendants("failure").Single();
        Assert.EndsWith("Exception: no \uFFFD", (string)failure.Attribute("message")!);
        Assert.Contains("<p>next</p>", File.ReadAllText(Path.Combine(workbook.Root, "runs", "site", "02-next.html")));
    }

    [Fact]
    public void A_run_whose_folder_is_named_keeps_its_site_there_and_leaves_the_other_alone()
    {
        using var workbook = new Workbook(("01-good.dib", "#!html\n\n<p>one</p>\n"));
        Assert.Equal(0, workbook.Run("run").ExitCode);
        var index = File.ReadAllText(Path.Combine(workbook.Root, "runs", "site", "index.html"));
        File.WriteAllText(Path.Combine(workbook.Root, "own.dib"), "#!html\n\n<p>own</p>\n");
        var (exitCode, output, _) = workbook.Run("run", "own.dib", "--out", "here");
        Assert.Equal(0, exitCode);
        Assert.Contains($"Site: {Path.Combine(workbook.Root, "here", "site", "index.html")}\n", output);
        Assert.Contains("<p>own</p>", File.ReadAllText(Path.Combine(workbook.Root, "here", "site", "own.html")));
        Assert.Equal(index, File.ReadAllText(Path.Combine(workbook.Root, "runs", "site", "index.html")));
        Assert.False(File.Exists(Path.Combine(workbook.Root, "runs", "site", "own.html")));
    }

    [Theory]
    [InlineData("notebooks/01-good.ipynb", ".")]
    [InlineData("site/own.ipynb", ".")]
    [InlineData("notebooks/01-good.dib", ".")]
    public void A_result_is_never_written_over_a_source(string source, string target)
    {
        using var workbook = new Workbook(("01-good.dib", "#!html\n\nx"), ("01-good.ipynb", """{"cells":[],"nbformat":4}"""));
        Directory.CreateDirectory(Path.Combine(workbook.Root, "site"));
        File.WriteAllText(Path.Combine(workbook.Root, "site", "own.ipynb"), """{"cells":[],"nbformat":4}""");
        var before = workbook.Files;
        var (exitCode, _, error) = workbook.Run("run", source, "--out", target);
        Assert.Equal(2, exitCode);
        Assert.Contains(Path.ChangeExtension(source, "ipynb"), Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(before, workbook.Files);
    }

    [Fact]
    public void A_changed_word_shows_without_a_cell_run()
    {
        using var workbook = new Workbook(("01-good.dib", "#!markdown\n\n# Old title\n\n#!csharp\n\nGuid.NewGuid() // random\n"));
        Assert.Equal(0, workbook.Run("run").ExitCode);
        var page = Path.Combine(workbook.Root, "runs", "site", "01-good.html");
        var shown = System.Text.RegularExpressions.Regex.Match(File.ReadAllText(page), "[0-9a-f]{8}-[0-9a-f-]{27}").Value;
        var notebook = Path.Combine(workbook.Root, "notebooks", "01-good.dib");
        File.WriteAllText(notebook, File.ReadAllText(notebook).Replace("Old title", "New title").Replace("random", "another"));
        Assert.Contains("unchanged", workbook.Run("run").Output);
        foreach (var text in new[] { "New title", "another", shown }) Assert.Contains(text, File.ReadAllText(page));
    }

    [SkippableFact]
    public void Watching_shows_what_is_saved_until_it_is_interrupted()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no interrupt signal.");
        using var workbook = new Workbook(("01-good.dib", "#!html\n\n<p>one</p>\n"));
        using var process = workbook.Start([("GITHUB_ACTIONS", "")], "run", "--watch");
        var page = Path.Combine(workbook.Root, "runs", "site", "01-good.html");
        foreach (var (text, shown) in new[] { ("#!html\n\n<p>two</p>\n", "<p>one</p>"), ("#!meta\n\nnone\n", "<p>two</p>"), ("#!html\n\n<p>three</p>\n", "<p>two</p>"), ("", "<p>three</p>") })
        {
            while (process.StandardOutput.ReadLine() is { } line && !line.StartsWith("Watching", StringComparison.Ordinal)) { }
            Assert.Contains(shown, File.ReadAllText(page));
            if (text.Length == 0) break;
            File.WriteAllText(Path.Combine(workbook.Root, "notebooks", "new"), text);
            File.Move(Path.Combine(workbook.Root, "notebooks", "new"), Path.Combine(workbook.Root, "notebooks", "01-good.dib"), overwrite: true);
        }
        Assert.True(Workbook.Succeeds("kill", "-INT", $"{process.Id}"));
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("01-good.dib(1): the text after #!meta is not one JSON object", process.StandardError.ReadToEnd());
    }

    [Fact]
    public void What_cannot_be_written_after_the_run_is_told_and_costs_nothing_else()
    {
        using var workbook = new Workbook(("01-good.dib", "#!html\n\nfine"));
        Directory.CreateDirectory(Path.Combine(workbook.Root, "runs"));
        File.WriteAllText(Path.Combine(workbook.Root, "runs", "site"), "in the way");
        var (exitCode, output, error) = workbook.Run("run");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("workbook: the results could not all be written: ", error);
        Assert.EndsWith("1 passed, 0 failed, 0 skipped", output.TrimEnd());
        Assert.True(File.Exists(Path.Combine(workbook.Root, "runs", "latest", "notebooks", "01-good.ipynb")));
    }
}
