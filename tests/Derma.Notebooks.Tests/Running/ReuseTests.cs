using Derma.Notebooks.Documents;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Running;

/// <summary>Cells of HTML need no compiler, which keeps these runs short.</summary>
public sealed class ReuseTests
{
    readonly string folder = RunText.NewFolder();
    readonly RunOptions options;

    public ReuseTests()
    {
        Write("1-first.dib", "#!html\n\n<p>first</p>");
        Write("2-second.dib", "#!markdown\n\n<!-- needs: 1-first -->\n\n#!html\n\n<p>second</p>\n#!import part.dib\n");
        Write("part.dib", "#!html\n\n<p>part</p>");
        Write("lib/Some.dll", "one");
        options = new() { Files = [Path.Combine(folder, "1-first.dib"), Path.Combine(folder, "2-second.dib")], OutputFolder = Path.Combine(folder, "out"), LibraryFolders = [Path.Combine(folder, "lib")] };
    }

    void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
        File.WriteAllText(Path.Combine(folder, name), text);
    }

    async Task<string> Again(RunOptions second)
    {
        var before = await NotebookRunner.RunAsync(options);
        Assert.All(before, run => Assert.False(run.Reused));
        return await Reused(second);
    }

    static async Task<string> Reused(RunOptions second) => string.Join(' ', (await NotebookRunner.RunAsync(second)).Where(run => run.Reused).Select(run => run.Name));

    [Fact]
    public async Task What_is_unchanged_is_not_run_again_and_shows_what_it_showed()
    {
        var before = await NotebookRunner.RunAsync(options);
        var after = await NotebookRunner.RunAsync(options);
        Assert.All(after, run => Assert.True(run.Reused));
        Assert.Equal(before.SelectMany(run => run.Cells).SelectMany(cell => cell.Shown()).SelectMany(data => data.Values), after.SelectMany(run => run.Cells).SelectMany(cell => cell.Shown()).SelectMany(data => data.Values));
        Assert.Equal(before.SelectMany(run => run.Cells).Select(cell => (cell.Status, cell.ExecutionCount, cell.Cell.Line)), after.SelectMany(run => run.Cells).Select(cell => (cell.Status, cell.ExecutionCount, cell.Cell.Line)));
        Assert.Equal(before.Select(run => run.Started), after.Select(run => run.Started));
    }

    [Fact]
    public async Task Force_runs_everything_again() => Assert.Equal("", await Again(options with { Force = true }));

    [Fact]
    public async Task Another_environment_stamp_or_input_runs_everything_again()
    {
        var pair = new Dictionary<string, string> { ["A"] = "1" };
        Assert.Equal("", await Again(options with { Environment = pair }));
        Assert.Equal("", await Reused(options with { Environment = pair, Stamp = "other" }));
        Assert.Equal("", await Reused(options with { Environment = pair, Stamp = "other", Inputs = pair }));
    }

    [Fact]
    public async Task A_changed_library_runs_everything_again()
    {
        await NotebookRunner.RunAsync(options);
        var time = File.GetLastWriteTimeUtc(Path.Combine(folder, "lib/Some.dll"));
        Write("lib/Some.dll", "two");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "lib/Some.dll"), time);
        Assert.Equal("", await Reused(options));
    }

    [Fact]
    public async Task A_changed_import_runs_what_imports_it()
    {
        await NotebookRunner.RunAsync(options);
        Write("part.dib", "#!html\n\n<p>other</p>");
        Assert.Equal("1-first", await Reused(options));
    }

    [Fact]
    public async Task A_changed_notebook_runs_again_and_so_does_what_needs_it()
    {
        await NotebookRunner.RunAsync(options);
        Write("1-first.dib", "#!html\n\n<p>changed</p>");
        Assert.Equal("", await Reused(options));
    }

    [Fact]
    public async Task A_notebook_that_ran_again_makes_what_needs_it_run_again()
    {
        await NotebookRunner.RunAsync(options);
        await NotebookRunner.RunAsync(options with { Files = [options.Files[0]], Force = true });
        Assert.Equal("1-first", await Reused(options));
    }

    const string Code = "#!markdown\n\n# Old words\n\n#!csharp\n\nvar x = 1; // one\nx + 1\n\n#!html\n\n<p>end</p>\n";

    [Theory]
    [InlineData("Old words", "New words\n\nand a line more", true)]
    [InlineData("// one", "/* two */ // lines\n   ", true)]
    [InlineData("#!html", "#!markdown\n\nMore.\n\n#!html", true)]
    [InlineData("x + 1", "x + 2", false)]
    [InlineData("<p>end</p>", "<p>End</p>", false)]
    public async Task A_change_of_words_shows_them_and_runs_nothing_and_a_change_of_code_runs_all(string old, string now, bool isReused)
    {
        var alone = options with { Files = [Path.Combine(folder, "3.dib")] };
        Write("3.dib", Code);
        var before = Assert.Single(await NotebookRunner.RunAsync(alone));
        Write("3.dib", Code.Replace(old, now));
        var after = Assert.Single(await NotebookRunner.RunAsync(alone));
        Assert.Equal((isReused, isReused), (after.Reused, after.Started == before.Started));
        Assert.Equal(Notebook.Load(alone.Files[0]).Cells.Select(cell => cell.Source), Notebook.Load(Path.Combine(folder, "out", "3.ipynb")).Cells.Select(cell => cell.Source));
        if (isReused) Assert.Contains(">2<", after.Cells.Single(cell => cell.ExecutionCount == 1).Result());
        Assert.True(Assert.Single(await NotebookRunner.RunAsync(alone)).Reused);
    }

    [Theory]
    [InlineData("int unused() { int y; return 1; }")]
    [InlineData("try { throw new Exception(); } catch (Exception e) { Console.Write(e); }")]
    [InlineData("int Line([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line; Line()")]
    [InlineData("System.IO.File.ReadAllText(\"3.dib\").Length")]
    public async Task Results_that_speak_of_lines_are_made_anew_where_a_line_has_moved(string code)
    {
        var alone = options with { Files = [Path.Combine(folder, "3.dib")] };
        Write("3.dib", "#!markdown\n\nWords.\n\n#!csharp\n\n" + code);
        Assert.Equal(RunStatus.Passed, Assert.Single(await NotebookRunner.RunAsync(alone)).Status);
        Assert.True(Assert.Single(await NotebookRunner.RunAsync(alone)).Reused);
        Write("3.dib", "#!markdown\n\nWords.\nMore.\n\n#!csharp\n\n" + code);
        Assert.False(Assert.Single(await NotebookRunner.RunAsync(alone)).Reused);
    }

    [Fact]
    public async Task What_needs_a_notebook_is_not_run_again_for_its_words()
    {
        await NotebookRunner.RunAsync(options);
        Write("1-first.dib", "#!markdown\n\nWords.\n\n#!html\n\n<p>first</p>");
        Assert.Equal("1-first 2-second", await Reused(options));
    }

    [Theory]
    [InlineData("a+b // c", "a + b", true)]
    [InlineData("a /* 1 */ + b;\n\n", "a\n+ b;", true)]
    [InlineData("#!time\na", "#!time\na // b", true)]
    [InlineData("#r \"x.dll\"\na", "#r \"y.dll\"\na", false)]
    [InlineData("#!import x.dib", "#!import y.dib", false)]
    [InlineData("#!value --name t\na // b", "#!value --name t\na", false)]
    [InlineData("#!html\na  b", "#!html\na b", false)]
    [InlineData("\"a // b\"", "\"a\"", false)]
    [InlineData("\"\"\"\n  a\n  \"\"\"", "\"\"\"\n a\n  \"\"\"", false)]
    [InlineData("$\"{a} b\"", "$\"{ a }  b\"", false)]
    [InlineData("$\"{a} b\"", "$\"{ a } b\"", true)]
    [InlineData("#if X\na\n#endif", "#if X\nb\n#endif", false)]
    [InlineData("a // b\n+ (", "a\n+ (", false)]
    [InlineData("var line = new StackTrace(); // 1", "var line = new StackTrace();", false)]
    [InlineData("a", "a;", false)]
    [InlineData("ab", "a b", false)]
    public void Of_code_only_what_it_does_counts(string one, string other, bool isSame) =>
        Assert.Equal(isSame, CodeText.Of(new("csharp", one, 1)) == CodeText.Of(new("csharp", other, 1)));

    [Fact]
    public void Of_other_cells_every_character_counts() =>
        Assert.NotEqual(CodeText.Of(new("html", "a // b", 1)), CodeText.Of(new("html", "a", 1)));

    [Theory]
    [InlineData("#!value --name t --from-file data.txt --mime-type text/plain")]
    [InlineData("#!value --from-file data.txt --name t")]
    public async Task A_changed_file_that_a_command_names_anywhere_in_its_line_runs_the_notebook_again(string line)
    {
        var alone = options with { Files = [Path.Combine(folder, "3.dib")] };
        Write("3.dib", "#!csharp\n" + line);
        Write("data.txt", "one");
        Assert.Equal(RunStatus.Passed, Assert.Single(await NotebookRunner.RunAsync(alone)).Status);
        Write("data.txt", "two");
        Assert.False(Assert.Single(await NotebookRunner.RunAsync(alone)).Reused);
    }

    [Fact]
    public async Task A_failed_notebook_is_run_again()
    {
        Write("1-first.dib", "#!nothing");
        Assert.Equal("", await Again(options));
    }

    [Fact]
    public async Task Results_that_cannot_be_written_fail_their_notebook_alone()
    {
        Directory.CreateDirectory(Path.Combine(folder, "out", "1-first.ipynb", "in-the-way"));
        var runs = await NotebookRunner.RunAsync(options with { KeepGoing = true, Files = [options.Files[0], Path.Combine(folder, "part.dib")] });
        Assert.StartsWith("1-first: its results could not be written: ", runs[0].Problem);
        Assert.Equal([RunStatus.Failed, RunStatus.Passed], runs.Select(run => run.Status));
        Assert.Equal("html", Notebook.Load(Path.Combine(folder, "out", "part.ipynb")).Cells[0].Kernel);
    }
}
