using Microsoft.Data.Analysis;

namespace Derma.Papers;

/// <summary>Tables as HTML: numbers to the right in digits of equal width, a caption, headers that screen readers know as such.</summary>
public static class Tables
{
    const string Style = """
        <style>
        .dw-table{overflow-x:auto;margin:.8em 0;container-type:inline-size}
        .dw-table table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.93em}
        .dw-table caption{text-align:left;font-weight:600;padding:0 0 .4em;max-width:100cqi}
        .dw-table th,.dw-table td{padding:.32em .9em;text-align:left;vertical-align:top;border:0;border-bottom:1px solid color-mix(in srgb,currentColor 14%,transparent)}
        .dw-table thead th{border-bottom:2px solid color-mix(in srgb,currentColor 45%,transparent);font-weight:600;white-space:nowrap}
        .dw-table tbody th{font-weight:400}
        .dw-table .dw-n{text-align:right;white-space:nowrap}
        .dw-table tbody tr:hover{background:color-mix(in srgb,currentColor 6%,transparent)}
        </style>
        """;

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
        var head = string.Concat(headers.Select((header, c) => $"""<th scope="col"{Class(numeric[c])}>{Markup.Encode(header)}</th>"""));
        return new HtmlView($"""
            {Style}
            <div class="dw-table"><table>{Caption(caption)}<thead><tr>{head}</tr></thead>
            <tbody>
            {string.Join('\n', body.Select(row => $"<tr>{string.Concat(row.Select((value, c) => Cell(value, c, numeric[c])))}</tr>"))}
            </tbody></table></div>
            """);
    }

    static string Cell(object? value, int column, bool numeric) => column == 0 && !numeric
        ? $"""<th scope="row">{Markup.Encode(Markup.Cell(value))}</th>"""
        : $"<td{Class(numeric)}>{Markup.Encode(Markup.Cell(value))}</td>";

    static bool IsNumeric(IEnumerable<object?> values) => values.Any(Markup.IsNumber) && values.All(value => value is null || Markup.IsNumber(value));

    static string Class(bool numeric) => numeric ? " class=\"dw-n\"" : "";

    static string Caption(string? caption) => caption is null ? "" : $"<caption>{Markup.Encode(caption)}</caption>";
}
