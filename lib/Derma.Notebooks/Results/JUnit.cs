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
        int Count(CellStatus status) => cells.Count(cell => cell.Status == status);
        var stopped = run.Stopped ? Count(CellStatus.Failed) : 0;
        (string, object)[] attributes =
        [
            ("name", run.Name), ("timestamp", run.Started.ToString("s", CultureInfo.InvariantCulture)), ("time", Seconds(run.Duration)),
            ("tests", cells.Length), ("failures", Count(CellStatus.Failed) - stopped), ("errors", 0),
            ("skipped", Count(CellStatus.NotRun) + stopped),
        ];
        return Element("testsuite", attributes, cells.Select(cell => Case(run, cell)));
    }

    static XElement Case(NotebookRun run, CellRun cell) => Element("testcase",
        [
            ("classname", run.Name), ("name", $"cell {cell.Number}, line {cell.Cell.Line}"), ("file", Path.GetFileName(run.File)),
            ("line", cell.Error?.Line ?? cell.Cell.Line), ("time", Seconds(cell.Duration)),
        ],
        cell.Error is { } error && !run.Stopped
            ? Element("failure", [("type", error.Name), ("message", error.Message)], Printable.Of(string.Join('\n', error.Lines)))
            : cell.Status is CellStatus.NotRun or CellStatus.Failed ? new XElement("skipped") : null);

    static XElement Element(string name, (string Name, object Value)[] attributes, object? content) => new(name,
        attributes.Select(pair => new XAttribute(pair.Name, pair.Value is string text ? Printable.Of(text) : pair.Value)), content);

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
