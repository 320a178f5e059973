using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>What traces have that is no parameter of the package's C# API; what is null stays as it is.</summary>
sealed record TraceStyle
{
    /// <summary>What pointing at it shows, with plotly's placeholders; <see cref="Silent"/> where nothing.</summary>
    public string? Hover { get; init; }

    /// <summary>The same without placeholders.</summary>
    public string? HoverText { get; init; }

    /// <summary>Pointing at it shows nothing.</summary>
    public bool Silent { get; init; }

    /// <summary>Values for <see cref="Hover"/>, one a point or cell.</summary>
    public Array? Data { get; init; }

    /// <summary>Traces of one group go off and on together.</summary>
    public string? Group { get; init; }

    /// <summary>Whether the legend names it.</summary>
    public bool? InLegend { get; init; }

    /// <summary>Whether it stands at the second axis across.</summary>
    public bool SecondAcross { get; init; }

    /// <summary>Whether it stands at the second axis upwards.</summary>
    public bool SecondUp { get; init; }

    /// <summary>Whether a heat map's colours run from 0 to 1.</summary>
    public bool Shares { get; init; }

    /// <summary>Pointing at an empty cell shows nothing.</summary>
    public bool SilentGaps { get; init; }

    /// <summary>Pixels of its text.</summary>
    public int? TextSize { get; init; }

    /// <summary>Bars of error along y.</summary>
    public Error? Errors { get; init; }

    /// <summary>Whether a long name is shown whole where it is pointed at.</summary>
    public bool WholeName { get; init; }
}

/// <summary>Traces that several figures draw.</summary>
static class Traces
{
    /// <summary>Sets attributes of every trace of <paramref name="chart"/>, which it returns.</summary>
    public static GenericChart Styled(this GenericChart chart, TraceStyle style)
    {
        foreach (var trace in GenericChart.getTraces(chart))
            trace.With(
                ("hovertemplate", style.Hover), ("hoverinfo", style.Silent ? "skip" : style.HoverText is null ? null : "text"),
                ("hovertext", style.HoverText), ("customdata", style.Data), ("legendgroup", style.Group), ("showlegend", style.InLegend),
                ("xaxis", style.SecondAcross ? "x2" : null), ("yaxis", style.SecondUp ? "y2" : null),
                ("zmin", style.Shares ? 0 : null), ("zmax", style.Shares ? 1 : null), ("hoverongaps", style.SilentGaps ? false : null),
                ("textfont", style.TextSize is { } size ? Figure.Font(size) : null), ("error_y", style.Errors),
                ("hoverlabel", style.WholeName ? new Hoverlabel().With(("namelength", -1)) : null));
        return chart;
    }

    /// <summary>A cell of strong or faint colour for each value; NaN leaves one empty.</summary>
    public static GenericChart Cells<TX, TY>(double[][] values, TX[] x, TY[] y, string color, int gap = 1, ColorBar? bar = null)
        where TX : IConvertible
        where TY : IConvertible => Chart.Heatmap<double, TX, TY, string>(
            values, X: new(x, true), Y: new(y, true), XGap: gap, YGap: gap, ColorScale: Scale(color), ShowScale: bar is not null,
            ColorBar: bar is null ? default : new(bar, true), UseDefaults: false)
        .Styled(new() { SilentGaps = true });

    /// <summary>The key of a heat map's colours.</summary>
    public static ColorBar Bar(string? format = null, double? length = null) =>
        new ColorBar().With(("tickformat", format), ("thickness", 14), ("outlinewidth", 0), ("len", length));

    /// <summary>
    /// Words in the cells of a heat map. A trace of its own: its text has the page's colour, where a heat map picks black or white without
    /// knowing the page.
    /// </summary>
    public static GenericChart Words(IReadOnlyList<(string X, string Y, string Text)> cells, int? textSize = null) =>
        Chart.Scatter<string, string, string>(
            cells.Select(cell => cell.X).ToArray(), cells.Select(cell => cell.Y).ToArray(), StyleParam.Mode.Text, ShowLegend: false,
            MultiText: new(cells.Select(cell => cell.Text).ToArray(), true), UseDefaults: false)
        .Styled(new() { Silent = true, TextSize = textSize });

    /// <summary>A line from the axis up to a height.</summary>
    public static GenericChart Upright(string name, double x, double top, string color, StyleParam.DrawingStyle dash) =>
        Chart.Line<double, double, string>(
            [x, x], [0, top], Name: name, LineColor: Color.fromString(color), LineWidth: 2, LineDash: dash, UseDefaults: false)
        .Styled(new() { Silent = true });

    /// <summary>Marks of one kind and size.</summary>
    public static GenericChart Marks<TX>(TX[] x, double[] y, string name, string color, StyleParam.MarkerSymbol symbol, int size)
        where TX : IConvertible => Chart.Point<TX, double, string>(
            x, y, Name: name, MarkerColor: Color.fromString(color), MarkerSymbol: symbol, Marker: new Marker().With(("size", size)),
            UseDefaults: false);

    /// <summary>Bars of error along y, up and down.</summary>
    public static Error Errors(double[] up, double[] down, bool visible) => new Error().With(
        ("type", "data"), ("symmetric", false), ("array", up), ("arrayminus", down), ("visible", visible), ("color", Palette.Ink),
        ("thickness", 1.5), ("width", 3));

    // From next to nothing to strong in one colour, on any page.
    static StyleParam.Colorscale Scale(string hex) => StyleParam.Colorscale.NewCustom(
    [
        Tuple.Create(0.0, Color.fromString(Palette.Fade(hex, 0.05))),
        Tuple.Create(1.0, Color.fromString(Palette.Fade(hex, 0.8))),
    ]);
}

/// <summary>
/// The colours of every figure. Hues after Paul Tol's "bright" scheme, told apart by people with any common colour blindness, of middle
/// lightness, so that they are seen on white and on dark pages. No figure relies on colour alone.
/// </summary>
static class Palette
{
    public const string Train = "#4477aa";
    public const string Validation = "#ee6677";
    public const string Right = "#228833";
    public const string Wrong = "#cc3311";
    public const string Ink = "#71767f";
    public const string Grid = "rgba(128,128,128,0.22)";
    public const string Faint = "rgba(128,128,128,0.6)";
    public const string Clear = "rgba(0,0,0,0)";

    static readonly string[] Cycle =
        ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#ee8866", "#44bb99", "#8877cc", "#888888"];

    /// <summary>The colour of the series <paramref name="index"/>; ten before they repeat.</summary>
    public static string Series(int index) => Cycle[index % Cycle.Length];

    /// <summary>The colour with an opacity between 0 and 1, as CSS.</summary>
    public static string Fade(string hex, double opacity) =>
        FormattableString.Invariant($"rgba({Channel(hex, 1)},{Channel(hex, 3)},{Channel(hex, 5)},{opacity})");

    static int Channel(string hex, int start) => Convert.ToInt32(hex.Substring(start, 2), 16);
}
