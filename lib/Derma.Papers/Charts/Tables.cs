using Microsoft.Data.Analysis;

namespace Derma.Papers;

/// <summary>
/// A fragment of HTML that a notebook shows as it is: a table, a panel, a note. It needs no network, and takes its look from <see
/// cref="Stylesheet"/>.
/// </summary>
/// <param name="Html">Well-formed markup with all text encoded.</param>
public sealed record HtmlView(string Html)
{
    /// <summary>Markup that was built piece by piece.</summary>
    /// <param name="html">The markup.</param>
    public HtmlView(Core.Html html)
        : this(html.Markup)
    {
    }
}

/// <summary>Tables as HTML: numbers to the right in digits of equal width, a caption, headers that screen readers know as such.</summary>
public static class Tables
{
    /// <summary>A data frame as a table.</summary>
    /// <param name="frame">All its rows are shown.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Of(DataFrame frame, string? caption = null) =>
        Of([.. frame.Columns.Select(column => column.Name)], frame.Rows.Select(row => (IReadOnlyList<object?>)[.. row]), caption);

    /// <summary>Rows of values as a table. Numbers show at most four decimals; pass text where that is not wanted.</summary>
    /// <param name="headers">One header a column.</param>
    /// <param name="rows">Values in the order of the headers; null and NaN show as a dash.</param>
    /// <param name="caption">Says what the table holds.</param>
    public static HtmlView Of(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows, string? caption = null)
    {
        var body = rows.ToArray();
        var numeric = headers.Select((_, column) => IsNumeric(body.Select(row => row[column]))).ToArray();
        var head = headers.Select((header, c) => Html.Of($"<th scope=\"col\"{Class(numeric[c])}>{header}</th>"));
        var lines = body.Select(row => Html.Of($"<tr>{row.Select((value, c) => Cell(value, c, numeric[c]))}</tr>\n"));
        var title = caption is null ? Html.Empty : Html.Of($"<caption>{caption}</caption>");
        return new HtmlView(Html.Of($"""
            <div class="dw-table"><table>{title}<thead><tr>{head}</tr></thead>
            <tbody>
            {lines}</tbody></table></div>

            """));
    }

    static Html Cell(object? value, int column, bool numeric) => column == 0 && !numeric
        ? Html.Of($"<th scope=\"row\">{Numbers.Cell(value)}</th>")
        : Html.Of($"<td{Class(numeric)}>{Numbers.Cell(value)}</td>");

    static bool IsNumeric(IEnumerable<object?> values) =>
        values.Any(Numbers.IsNumber) && values.All(value => value is null || Numbers.IsNumber(value));

    static Html Class(bool numeric) => numeric ? Html.Of($" class=\"dw-n\"") : Html.Empty;
}

/// <summary>Short notices beside results.</summary>
public static class Notes
{
    /// <summary>Results of this workbook are no medical advice.</summary>
    public static HtmlView NotForDiagnosis { get; } = Of(
        "Not for diagnosis.", "These models are teaching material. Nothing here says anything about anybody's skin; ask a doctor.");

    /// <summary>The numbers come from drawings.</summary>
    public static HtmlView BuiltInDrawings { get; } = Of(
        "Built-in drawings, not patient data.",
        "The pictures are drawn by a program, so accuracies measured on them cannot confirm or refute those of a paper.");

    /// <summary>A line that opens.</summary>
    /// <param name="title">A few words, shown bold.</param>
    /// <param name="more">The rest of the line.</param>
    /// <param name="inside">What it hides.</param>
    internal static HtmlView Folded(string title, string more, HtmlView inside) =>
        new(Html.Of($"<details class=\"dw-note\"><summary><strong>{title}</strong>{more}</summary>{new Html(inside.Html)}</details>\n"));

    /// <summary>A notice of one's own.</summary>
    /// <param name="title">A few words, shown bold.</param>
    /// <param name="text">One or two sentences.</param>
    public static HtmlView Of(string title, string text) =>
        new(Html.Of($"<div class=\"dw-note\" role=\"note\"><strong>{title}</strong> {text}</div>\n"));
}
