using System.Globalization;
using System.Xml.Linq;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Results;

/// <summary>Writes results as JUnit XML: a suite for each notebook, a case for each cell of code.</summary>
public static class JUnit
{
    /// <summary>Writes the file and makes its folder where needed.</summary>
    public static void Write(IReadOnlyList<NotebookRun> runs, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        new XDocument(new XElement("testsuites", runs.Select(Suite))).Save(path);
    }

    static XElement Suite(NotebookRun run)
    {
        var cells = run.Cells.Where(cell => cell.Status != CellStatus.Text).ToArray();
        return new("testsuite",
            new XAttribute("name", run.Name),
            new XAttribute("timestamp", run.Started.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
            new XAttribute("time", Seconds(run.Duration)),
            new XAttribute("tests", cells.Length),
            new XAttribute("failures", cells.Count(cell => cell.Status == CellStatus.Failed)),
            new XAttribute("errors", 0),
            new XAttribute("skipped", cells.Count(cell => cell.Status == CellStatus.NotRun)),
            cells.Select(cell => Case(run, cell)));
    }

    static XElement Case(NotebookRun run, CellRun cell) => new("testcase",
        new XAttribute("classname", run.Name),
        new XAttribute("name", $"cell {cell.Number}, line {cell.Cell.Line}"),
        new XAttribute("file", Path.GetFileName(run.File)),
        new XAttribute("line", cell.Error?.Line ?? cell.Cell.Line),
        new XAttribute("time", Seconds(cell.Duration)),
        cell.Status switch
        {
            CellStatus.Failed => Failure(cell),
            CellStatus.NotRun => new XElement("skipped"),
            _ => null,
        });

    static XElement? Failure(CellRun cell) => cell.Error is not { } error ? null : new("failure",
        new XAttribute("type", error.Name),
        new XAttribute("message", Printable(error.Message)),
        Printable(string.Join('\n', error.Lines)));

    /// <summary>XML 1.0 has no form at all for most control characters.</summary>
    static string Printable(string text) => new([.. text.Select(character => char.IsControl(character) && character is not ('\n' or '\t') ? ' ' : character)]);

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
