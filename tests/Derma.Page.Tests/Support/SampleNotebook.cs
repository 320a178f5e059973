using Derma.Training;
using Derma.Papers;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;

namespace Derma.Page.Tests.Support;

/// <summary>Three runs, written down, with a piece of everything that notebooks show.</summary>
static class SampleNotebook
{
    const string Introduction = """
        # A notebook with everything

        **Claim.** One chart, one table, one diagram; see [the other one](02-failed.dib) and `code_in_a_line_that_is_rather_long_for_a_phone_with_its_390_pixels`.

        ## A formula

        The loss is $-\ln p$, or

        $$L = -\frac{1}{N}\sum_{i=1}^{N} \ln \frac{e^{z_{i,y_i}}}{\sum_{k=1}^{K} e^{z_{i,k}}} + \lambda \sum_j w_j^2 + \lambda \sum_j w_j^2 + \lambda \sum_j w_j^2$$

        | setting | attempt 1 | attempt 2 | attempt 3 | attempt 4 | attempt 5 | attempt 6 |
        |---|---|---|---|---|---|---|
        | learning rate | 0.001 | 0.001 | 0.001 | 0.0001 | 0.0001 | 0.0001 |

        ## Exercises

        1. Think.

           <details><summary>Hint</summary>

           Harder.

           </details>
        """;

    static readonly History History = new([new(1, 2.5, 0.25, 2.25, 0.5, 0.001, 1), new(2, 2, 0.5, 2, 0.75, 0.001, 1)]);

    public static NotebookRun Passed { get; } = Run("01-everything",
        Text(Introduction),
        Code($"var wide = \"{new string('w', 200)}\";\nConsole.WriteLine(wide); // not wrapped",
            new StreamOutput("stdout", new string('w', 200) + "\n"), new StreamOutput("stderr", "careful\n"),
            Html(Stylesheet.View.Html), Html(Notes.NotForDiagnosis.Html), Html(Notes.BuiltInDrawings.Html),
            Html(Tables.Of(["a rather long header", .. Enumerable.Range(1, 12).Select(column => $"column {column}")], [["row", .. Enumerable.Repeat<object?>(1234.5, 12)]], "A wide table").Html),
            Shown("application/vnd.plotly.v1+json", ChartHtml.FigureJson(Curves.Of(History, "Accuracy and loss, a title that is not short", chance: 0.05))),
            Html(ChartHtml.Of(Curves.Loss(History))),
            Shown("text/vnd.mermaid", "graph LR; photo-->network; network-->answer"),
            Html("<pre>a tree\n└── of text</pre>"),
            Html(Quiz.Ask(1, "How many epochs?", $"{History.Epochs.Count}.").Html), Html(Exercise.Check("01.2", null, null!).Html)));

    public static NotebookRun Solved { get; } = Run("solutions-everything",
        Text("# Solutions\n\nText."), Code("Exercise.Check(\"01.2\", 4568, lab)", Html(Stylesheet.View.Html), Html(Exercise.Check("01.2", 4568, null!).Html)));

    public static NotebookRun Failed { get; } = Run("02-failed",
        Text("# A notebook that fails\n\nText."),
        new CellRun(0, new("csharp", "var a = 1;\nvar b = c;", 5), CellStatus.Failed,
            [new ErrorOutput("CompilationError", "02-failed.dib(6,9): error CS0103: no c", ["Cell 2", "var b = c;"], 6)], TimeSpan.FromMilliseconds(20), 1),
        new CellRun(0, new("csharp", "1", 9), CellStatus.NotRun, [], TimeSpan.Zero, null));

    static NotebookRun Run(string name, params CellRun[] cells)
    {
        var numbered = cells.Select((cell, index) => cell with { Number = index + 1 }).ToArray();
        return new($"/notebooks/{name}.dib", new([.. numbered.Select(cell => cell.Cell)]), numbered, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(3));
    }

    static CellRun Text(string source) => new(0, new("markdown", source, 1), CellStatus.Text, [], TimeSpan.Zero, null);

    static CellRun Code(string source, params Output[] outputs) => new(0, new("csharp", source, 7), CellStatus.Passed, outputs, TimeSpan.FromSeconds(1.5), 1);

    static DisplayOutput Html(string html) => Shown("text/html", html);

    static DisplayOutput Shown(string mimeType, string value) => new($"{value.GetHashCode()}", new Dictionary<string, string> { [mimeType] = value });
}
