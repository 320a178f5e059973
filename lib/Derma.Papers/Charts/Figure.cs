using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;
using Members = DynamicObj.DynamicObj;

namespace Derma.Papers;

/// <summary>What one figure has besides what all share; null leaves that as it is.</summary>
sealed record FigureOptions
{
    public int? Width { get; init; }

    public Margin? Margin { get; init; }

    public Legend? Legend { get; init; }

    public bool? ShowLegend { get; init; }

    public StyleParam.HoverMode? Hover { get; init; }

    public StyleParam.BarMode? Bars { get; init; }

    public double? BarGap { get; init; }

    public LinearAxis? SecondAcross { get; init; }

    public LinearAxis? SecondUp { get; init; }

    public Shape? Mark { get; init; }

    public Annotation? Note { get; init; }
}

/// <summary>What all figures share: a plain style, titles on the left, thin grid lines, no frame.</summary>
/// <remarks>
/// The package's C# API makes charts; its layout objects can be built in F# only. <see cref="With"/> sets their members by plotly.js'
/// names, and nothing outside this file and <see cref="Traces"/> calls it.
/// </remarks>
static class Figure
{
    const string Fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    /// <summary>The traces of <paramref name="parts"/> in one figure of the given height in pixels.</summary>
    public static GenericChart Of(
        string title, int height, IEnumerable<GenericChart> parts, LinearAxis across, LinearAxis up, FigureOptions? options = null)
    {
        options ??= new FigureOptions();
        var layout = new Layout().With(
            ("title", Heading(title)), ("font", Font(13).With(("family", Fonts), ("color", Palette.Ink))), ("autosize", true),
            ("paper_bgcolor", Palette.Clear), ("plot_bgcolor", Palette.Clear), ("height", height), ("width", options.Width),
            ("margin", options.Margin ?? Margin()), ("legend", options.Legend ?? LegendAbove()), ("showlegend", options.ShowLegend),
            ("modebar", new ModeBar().With(("bgcolor", Palette.Clear), ("color", Palette.Faint), ("activecolor", Palette.Train))),
            ("xaxis", across), ("yaxis", up), ("xaxis2", options.SecondAcross), ("yaxis2", options.SecondUp),
            ("hovermode", options.Hover?.Convert()), ("barmode", options.Bars?.Convert()), ("bargap", options.BarGap),
            ("shapes", options.Mark is { } mark ? new[] { mark } : null),
            ("annotations", options.Note is { } note ? new[] { note } : null));
        return GenericChart.setLayout(layout, Chart.Combine(parts));
    }

    /// <summary>Space around the plot in pixels.</summary>
    public static Margin Margin(int left = 64, int right = 24, int top = 76, int bottom = 56) =>
        new Margin().With(("l", left), ("r", right), ("t", top), ("b", bottom));

    /// <summary>A legend in one line above the plot.</summary>
    public static Legend LegendAbove() =>
        new Legend().With(("orientation", "h"), ("x", 0), ("y", 1.02), ("yanchor", "bottom"), ("bgcolor", Palette.Clear));

    /// <summary>A legend above the plot whose names run as bars stand, from below.</summary>
    public static Legend LegendReversed() =>
        new Legend().With(("orientation", "h"), ("x", 0), ("y", 1), ("yanchor", "bottom"), ("traceorder", "reversed"));

    /// <summary>A legend inside, at the upper right.</summary>
    public static Legend LegendInside() =>
        new Legend().With(("x", 1), ("xanchor", "right"), ("y", 1), ("yanchor", "top"), ("bgcolor", Palette.Clear));

    /// <summary>A legend beside the plot that turns the lines of a name off and on together.</summary>
    public static Legend LegendOfGroups() =>
        new Legend().With(("groupclick", "togglegroup"), ("tracegroupgap", 2), ("itemclick", "toggle"),
            ("itemdoubleclick", "toggleothers"));

    /// <summary>A dashed line from bottom to top.</summary>
    public static Shape Upright(double x) => new Shape().With(
        ("type", "line"), ("x0", x), ("x1", x), ("y0", 0), ("y1", 1), ("yref", "paper"),
        ("line", new Line().With(("color", Palette.Faint), ("width", 1.5), ("dash", "dash"))));

    /// <summary>Lines of small text under the plot, so many pixels below its lower edge.</summary>
    public static Annotation Below(IEnumerable<string> lines, int pixels) => new Annotation().With(
        ("text", string.Join("<br>", lines.Select(Text))), ("xref", "paper"), ("yref", "paper"), ("x", 0), ("y", 0), ("yshift", -pixels),
        ("xanchor", "left"), ("yanchor", "bottom"), ("align", "left"), ("showarrow", false), ("font", Font(11)));

    /// <summary>
    /// An axis with thin lines; <paramref name="format"/> is d3's, <paramref name="range"/> two ends or null, <paramref name="domain"/>
    /// its part of the figure, <paramref name="anchor"/> the axis that it stands at, <paramref name="tick"/> plotly's distance of its
    /// ticks.
    /// </summary>
    public static LinearAxis Axis(
        string title, string format = "", double[]? range = null, double[]? domain = null, string? anchor = null,
        bool logarithmic = false, object? tick = null) =>
        new LinearAxis().With(
            ("title", Name(title)), ("type", logarithmic ? "log" : null), ("tickformat", format), ("range", range),
            ("autorange", range is null), ("dtick", tick),
            ("domain", domain ?? [0, 1]), ("anchor", anchor), ("gridcolor", Palette.Grid), ("gridwidth", 1), ("zeroline", false),
            ("ticks", "outside"), ("tickcolor", Palette.Grid), ("automargin", true));

    /// <summary>An axis of names; <paramref name="range"/> is in places, the first name's being 0.</summary>
    public static LinearAxis Categories(string? title = null, double[]? range = null, int? angle = null, int? textSize = null) =>
        new LinearAxis().With(
            ("title", title is null ? null : Name(title, standoff: 10)), ("type", "category"), ("showgrid", false), ("zeroline", false),
            ("automargin", true),
            ("range", range), ("tickangle", angle), ("dtick", textSize is null ? null : 1),
            ("tickfont", textSize is { } size ? Font(size) : null));

    /// <summary>An axis of numbers with words at some of them.</summary>
    public static LinearAxis Marked(double[] places, string[] words, double[]? range = null, string? title = null, bool grid = true) =>
        new LinearAxis().With(
            ("title", title is null ? null : Name(title)), ("tickmode", "array"), ("tickvals", places),
            ("ticktext", words.Select(Text).ToArray()),
            ("range", range), ("showgrid", grid ? null : false), ("gridcolor", grid ? Palette.Grid : null), ("zeroline", false),
            ("automargin", true));

    /// <summary>An axis that is not drawn.</summary>
    public static LinearAxis Hidden(params double[] range) => new LinearAxis().With(("visible", false), ("range", range));

    /// <summary>Text as plotly shows it, which reads a few HTML tags.</summary>
    public static string Text(string plain) => plain.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A font of a size in pixels.</summary>
    public static Font Font(int size) => new Font().With(("size", size));

    /// <summary>Sets members by plotly.js' names; one that is null stays as it is.</summary>
    /// <returns>The object itself.</returns>
    public static T With<T>(this T item, params IEnumerable<(string Name, object? Value)> members)
        where T : Members
    {
        foreach (var (name, value) in members)
            if (value is not null) item.SetProperty(name, value);
        return item;
    }

    static Title Heading(string text) => new Title().With(
        ("text", Text(text)), ("x", 0), ("xref", "paper"), ("y", 1), ("yref", "paper"), ("yanchor", "bottom"),
        ("pad", new Padding().With(("b", 36))), ("font", Font(16).With(("weight", 600))));

    static Title Name(string text, int standoff = 8) => new Title().With(("text", Text(text)), ("standoff", standoff));
}
