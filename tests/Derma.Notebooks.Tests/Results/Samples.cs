using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.Results;

/// <summary>Runs with every kind of cell and output, written down rather than run.</summary>
static class Samples
{
    public const string Figure = """{"data":[{"type":"scatter","y":[0,1,2]}],"layout":{"title":{"text":"</script>"}}}""";

    public static NotebookRun Passed { get; } = Run("01-first",
        Text("# First & <foremost>\n\n**Claim.** One is *less* than two.\n\n## Part\n\n[next](02-second.dib#part)\n\n$$\\frac{1}{2}$$"),
        Code("display(1);\nConsole.WriteLine(\"<hi>\");", new StreamOutput("stdout", "<hi>\n"), new StreamOutput("stderr", "careful\n"),
            new DisplayOutput("1", new Dictionary<string, string> { ["text/html"] = "<b>one</b>" }),
            new DisplayOutput("2", new Dictionary<string, string> { ["text/html"] = "<p>no plotly</p>", ["application/vnd.plotly.v1+json"] = Figure }),
            new DisplayOutput("3", new Dictionary<string, string> { ["text/vnd.mermaid"] = "graph TD; A-->B" }),
            new ResultOutput(new Dictionary<string, string> { ["text/plain"] = "two\nlines" }),
            new ResultOutput(new Dictionary<string, string> { ["text/html"] = "<details open=\"open\" class=\"dni-treeview\"><summary>(1, 2)</summary>1</details>" })),
        Text("## Part\n\nagain"));

    public static NotebookRun Failed { get; } = Run("02-second",
        new(1, new("csharp", "var a = 1;\nvar b = c;", 5), CellStatus.Failed,
            [new ErrorOutput("CompilationError", "02-second.dib(6,9): error CS0103: no c", ["Cell 1", "var b = c;"], 6)], TimeSpan.FromMilliseconds(20), 1),
        new(2, new("csharp", "1", 9), CellStatus.NotRun, [], TimeSpan.Zero, null));

    public static NotebookRun Run(string name, params CellRun[] cells)
    {
        var numbered = cells.Select((cell, index) => cell with { Number = index + 1 }).ToArray();
        return new($"/notebooks/{name}.dib", new([.. numbered.Select(cell => cell.Cell)]), numbered, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(3));
    }

    public static CellRun Text(string source) => new(0, new("markdown", source, 1), CellStatus.Text, [], TimeSpan.Zero, null);

    static CellRun Code(string source, params Output[] outputs) => new(0, new("csharp", source, 7), CellStatus.Passed, outputs, TimeSpan.FromSeconds(1.5), 1);
}
