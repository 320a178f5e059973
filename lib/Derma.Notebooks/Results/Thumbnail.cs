using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;

namespace Derma.Notebooks.Results;

/// <summary>A small picture of a notebook: its first chart in a few strokes, or else its first image.</summary>
internal static partial class Thumbnail
{
    const double Width = 160, Height = 90, Margin = 8;

    public static string Of(NotebookRun run)
    {
        var shown = run.Cells.SelectMany(cell => cell.Outputs)
            .Select(output => output is DisplayOutput display ? display.Data : (output as ResultOutput)?.Data).OfType<IReadOnlyDictionary<string, string>>().ToArray();
        return shown.Select(data => data.GetValueOrDefault(MimeTypes.Plotly)).OfType<string>().Select(OfFigure).FirstOrDefault(svg => svg.Length > 0)
            ?? shown.Select(data => Picture().Match(data.GetValueOrDefault(MimeTypes.Html) ?? "")).FirstOrDefault(match => match.Success)?.Value
            ?? "";
    }

    static string OfFigure(string figure)
    {
        try
        {
            using var document = JsonDocument.Parse(figure);
            return Drawing([.. document.RootElement.GetProperty("data").EnumerateArray()]);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }

    static string Drawing(JsonElement[] traces)
    {
        if (traces.FirstOrDefault(trace => Type(trace) == "heatmap") is { ValueKind: JsonValueKind.Object } map) return Svg(Tiles(map), "xMidYMid");
        if (traces.FirstOrDefault(trace => Type(trace) == "bar") is { ValueKind: JsonValueKind.Object } bars) return Svg(Bars(bars), "none");
        var lines = traces.Where(trace => Type(trace) is "scatter" or "scattergl").Select(trace => Numbers(trace, "y")).Where(values => values.Length > 1).Take(6).ToArray();
        if (lines.Length == 0) return "";
        var (low, high) = (lines.Min(line => line.Min()), lines.Max(line => line.Max()));
        return Svg(string.Concat(lines.Select((line, index) => Line(line, low, high, index))), "none");
    }

    static string Svg(string marks, string fit) => marks.Length == 0 ? "" : $"<svg viewBox=\"0 0 {Width} {Height}\" preserveAspectRatio=\"{fit}\">{marks}</svg>";

    static string Line(double[] values, double low, double high, int series)
    {
        var points = values.Select((value, index) => $"{Round(Margin + index * (Width - 2 * Margin) / (values.Length - 1))},{Round(Height - Margin - Share(value, low, high) * (Height - 2 * Margin))}");
        return $"<polyline class=\"series-{series}\" points=\"{string.Join(' ', points)}\"/>";
    }

    static string Bars(JsonElement trace)
    {
        var isFlat = trace.TryGetProperty("orientation", out var orientation) && orientation.GetString() == "h";
        var values = Numbers(trace, isFlat ? "x" : "y");
        if (values.Length == 0 || values.Max() <= 0) return "";
        var step = ((isFlat ? Height : Width) - 2 * Margin) / values.Length;
        return string.Concat(values.Select((value, index) => Bar(isFlat, Math.Max(0, value) / values.Max(), Margin + index * step, step * 0.75)));
    }

    static string Bar(bool isFlat, double share, double start, double thickness)
    {
        var length = share * ((isFlat ? Width : Height) - 2 * Margin);
        return isFlat ? Rectangle(Margin, start, length, thickness, "series-0", 1) : Rectangle(start, Height - Margin - length, thickness, length, "series-0", 1);
    }

    static string Tiles(JsonElement trace)
    {
        var rows = trace.GetProperty("z").EnumerateArray().Select(Numbers).ToArray();
        var (low, high) = (rows.Min(row => row.Min()), rows.Max(row => row.Max()));
        var (columns, side) = (rows[0].Length, (Height - 2 * Margin) / rows.Length);
        var left = (Width - side * columns) / 2;
        return string.Concat(rows.SelectMany((row, y) => row.Select((value, x) => Rectangle(left + x * side, Margin + y * side, side, side, "series-0", 0.08 + 0.92 * Share(value, low, high)))));
    }

    static string Rectangle(double x, double y, double width, double height, string kind, double opacity) =>
        $"<rect class=\"{kind}\" x=\"{Round(x)}\" y=\"{Round(y)}\" width=\"{Round(width)}\" height=\"{Round(height)}\" opacity=\"{Round(opacity)}\"/>";

    static double Share(double value, double low, double high) => high > low ? (value - low) / (high - low) : 0.5;

    static string Round(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    static string? Type(JsonElement trace) => trace.TryGetProperty("type", out var type) ? type.GetString() : "scatter";

    static double[] Numbers(JsonElement trace, string name) => trace.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? Numbers(list) : [];

    static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Number).Select(item => item.GetDouble())];

    [GeneratedRegex(@"<img\b[^>]*\bsrc=""data:image/[^""]+""[^>]*>|<svg\b[\s\S]*?</svg>")]
    private static partial Regex Picture();
}
