namespace Derma.Cli.Tests;

public class UsageTests
{
    static readonly (string, string) Notebook = ("01-first.dib", "#!csharp\n\n1 + 1\n");

    public static TheoryData<string, string[]> Mistakes => new()
    {
        { "'huge'", ["run", "--scale", "huge"] },
        { "'77'", ["run", "--only", "77"] },
        { "'nothing'", ["run", "--data", "nothing"] },
        { "'a/b'", ["run", "--data", "a/b=."] },
        { "'..'", ["run", "--data", "..=."] },
        { "'no-notebooks'", ["run", "no-notebooks"] },
        { "no-such-folder", ["run", "--data", "mine=no-such-folder"] },
        { "--seeds", ["run", "--seeds", "0"] },
        { "--threads", ["run", "--threads", "-1"] },
        { "--cell-timeout", ["run", "--cell-timeout", "0"] },
        { "--sacle", ["run", "--sacle", "smoke"] },
        { "--jobs", ["run", "--jobs", "0"] },
        { "--timeout", ["run", "--timeout", "0"] },
        { "--memory", ["run", "--memory", "-1"] },
        { "'rate'", ["run", "--set", "rate=1"] },
        { "--set", ["run", "--set", "rate"] },
        { "'88'", ["run", "--from", "88"] },
        { "'77'", ["slides", "77"] },
        { "none.dib", ["convert", "none.dib", "--to", "md"] },
        { "'pdf'", ["convert", "notebooks/01-first.dib", "--to", "pdf"] },
        { "notebooks/01-first.dib is the notebook itself", ["convert", "notebooks/01-first.dib", "--to", "dib"] },
        { "is the notebook itself", ["convert", "notebooks/01-first.dib", "--to", "html", "--out", "notebooks/../notebooks/01-first.dib"] },
        { "other.dib would be a .html file", ["convert", "notebooks/01-first.dib", "--to", "html", "--out", "other.dib"] },
        { "notebooks is a folder", ["convert", "notebooks/01-first.dib", "--to", "md", "--out", "notebooks"] },
        { "'atlas'", ["data", "check", "atlas", "."] },
        { "'big'", ["bench", "--sizes", "big"] },
        { "latest", ["export"] },
        { "no-such-run", ["export", "--run", "no-such-run"] },
        { "--size", ["export", "--size", "5"] },
        { "missing.json", ["golden", "missing.json"] },
        { "smart-derma-ensemble.onnx", ["serve"] },
        { "no.onnx", ["serve", "--model", "no.onnx"] },
        { "run --only 39", ["serve", "--policy", "distilled"] },
        { "'majority'", ["serve", "--policy", "majority"] },
        { "'yellow'", ["serve", "--directory", "yellow"] },
        { "no.pfx", ["serve", "--certificate", "no.pfx"] },
        { "smart-derma-ensemble.onnx", ["bench", "--parts", "hostile"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_gives_one_sentence_that_names_it_exit_code_2_and_writes_nothing(string named, string[] arguments)
    {
        using var workbook = new Workbook(Notebook, (".#01-first.dib", "not a notebook's text"), (".dib", ""));
        Directory.CreateDirectory(Path.Combine(workbook.Root, "no-notebooks"));
        var before = workbook.Files;
        var (exitCode, output, error) = workbook.Run(arguments);
        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains(named, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(before, workbook.Files);
    }

    [Fact]
    public void A_set_of_one_class_is_refused_before_anything_is_written()
    {
        using var workbook = new Workbook(Notebook);
        Directory.CreateDirectory(Path.Combine(workbook.Root, "photos", "train", "eczema"));
        Directory.CreateDirectory(Path.Combine(workbook.Root, "photos", "test", "eczema"));
        var (exitCode, _, error) = workbook.Run("run", "--data", "mine=photos");
        Assert.Equal(2, exitCode);
        Assert.Contains(Path.Combine(workbook.Root, "photos"), Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.False(Directory.Exists(Path.Combine(workbook.Root, "runs")));
    }

    [Fact]
    public void The_list_shows_numbers_and_titles_and_the_solutions_last()
    {
        using var workbook = new Workbook(("solutions-all.dib", ""), (".dib", ""), ("._02-second.dib", ""), ("02-second.dib", "#!markdown\n\n# Second steps\n"), Notebook, ("setup.dib", ""));
        Assert.Equal(["01-first                     01-first", "02-second                    Second steps", "solutions-all                solutions-all"], workbook.Run("list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Without_a_verb_the_help_names_every_verb()
    {
        using var workbook = new Workbook();
        var (exitCode, output, _) = workbook.Run();
        Assert.Equal(0, exitCode);
        Assert.All(["run", "test", "setup", "list", "convert", "slides", "compare", "data", "export", "golden", "serve", "bench"], verb => Assert.Contains($"\n  {verb} ", output));
    }
}
