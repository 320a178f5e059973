using Derma.Notebooks.Running;

namespace Derma.Cli;

/// <summary>Failures where continuous integration shows them: as GitHub's annotations there, as <c>file(line): message</c> elsewhere.</summary>
static class Annotations
{
    public static void Write(IEnumerable<NotebookRun> runs, TextWriter output, TextWriter error)
    {
        var isGitHub = Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true";
        foreach (var (run, cell) in runs.SelectMany(run => run.Cells.Where(cell => cell.Error is not null).Select(cell => (run, cell))))
        {
            error.WriteLine($"workbook: {run.Name} failed in cell {cell.Number}: {cell.Error!.Message}");
            if (isGitHub) output.WriteLine($"::error file={Property(FileName(run.File))},line={cell.Error.Line ?? cell.Cell.Line},title={Property($"{run.Name}, cell {cell.Number}")}::{Data(string.Join('\n', cell.Error.Lines))}");
        }
        foreach (var problem in runs.Select(run => run.Problem).OfType<string>())
        {
            error.WriteLine($"workbook: {problem}");
            if (isGitHub) output.WriteLine($"::error::{Data(problem)}");
        }
    }

    static string FileName(string path) => Path.GetRelativePath(Environment.GetEnvironmentVariable("GITHUB_WORKSPACE") ?? Directory.GetCurrentDirectory(), path).Replace('\\', '/');

    static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
