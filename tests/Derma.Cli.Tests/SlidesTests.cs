namespace Derma.Cli.Tests;

public sealed class SlidesTests : IDisposable
{
    readonly Workbook workbook = new(("14-lesson.dib", "#!markdown\n\n# A lesson\n\n#!csharp\n\n6 * 7\n"));

    string Target => Path.Combine(workbook.Root, "runs", "slides", "14-lesson.html");

    [Fact]
    public void Without_a_run_there_are_slides_without_outputs_and_a_sentence_that_says_so()
    {
        var (exitCode, output, _) = workbook.Run("slides", "14");
        Assert.Equal((0, Target + "\n"), (exitCode, output));
        var page = File.ReadAllText(Target);
        Assert.Contains("This notebook has not been run yet: &#39;./workbook run --only 14&#39; makes its outputs.", page);
        Assert.Contains("Not for diagnosis.", page);
        Assert.DoesNotContain("42", page[page.IndexOf("<main", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void After_a_run_its_outputs_are_there_and_of_code_that_has_changed_since_they_are_not()
    {
        Assert.Equal(0, workbook.Run("run").ExitCode);
        Assert.Equal(0, workbook.Run("slides", "14-lesson").ExitCode);
        var page = File.ReadAllText(Target);
        Assert.Contains("42", page[page.IndexOf("<main", StringComparison.Ordinal)..]);
        Assert.DoesNotContain("has not been run", page);
        File.WriteAllText(Path.Combine(workbook.Root, "notebooks", "14-lesson.dib"), "#!markdown\n\n# A lesson, reworded\n\n#!csharp\n\n6 * 8\n");
        Assert.Equal(0, workbook.Run("slides", "14").ExitCode);
        page = File.ReadAllText(Target);
        Assert.Contains("A lesson, reworded", page);
        Assert.Contains("Cells that have changed since the latest run are without outputs.", page);
        Assert.DoesNotContain("42", page[page.IndexOf("<main", StringComparison.Ordinal)..]);
    }

    public void Dispose() => workbook.Dispose();
}
