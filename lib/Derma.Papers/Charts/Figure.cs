using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace Derma.Papers;

/// <summary>What all figures share: a plain style, titles on the left, thin grid lines, no frame.</summary>
/// <remarks>Attributes without a typed parameter in the C# API are set as dynamic members, which every version of the package has.</remarks>
static class Figure
{
    const string Fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    /// <summary>The traces of <paramref name="parts"/> in one figure of the given height in pixels.</summary>
    public static GenericChart Of(string title, int height, IEnumerable<GenericChart> parts, object xAxis, object yAxis, Action<dynamic>? change = null)
    {
        dynamic layout = new Layout();
        layout.title = new { text = Text(title), x = 0, xref = "paper", y = 1, yref = "paper", yanchor = "bottom", pad = new { b = 36 }, font = new { size = 16, weight = 600 } };
        layout.font = new { family = Fonts, size = 13, color = Palette.Ink };
        layout.paper_bgcolor = Palette.Clear;
        layout.plot_bgcolor = Palette.Clear;
        layout.autosize = true;
        layout.height = height;
        layout.margin = new { l = 64, r = 24, t = 76, b = 56 };
        layout.legend = new { orientation = "h", x = 0, y = 1.02, yanchor = "bottom", bgcolor = Palette.Clear };
        layout.modebar = new { bgcolor = Palette.Clear, color = Palette.Faint, activecolor = Palette.Train };
        layout.xaxis = xAxis;
        layout.yaxis = yAxis;
        change?.Invoke(layout);
        return GenericChart.setLayout((Layout)layout, Chart.Combine(parts));
    }

    /// <summary>An axis with thin lines; <paramref name="format"/> is d3's, <paramref name="range"/> two ends or null, <paramref name="type"/> plotly's, such as log.</summary>
    public static object Axis(string title, string? format = null, double[]? range = null, double[]? domain = null, string? anchor = null, string? type = null) => new
    {
        title = new { text = Text(title), standoff = 8 },
        type,
        tickformat = format ?? "",
        range,
        autorange = range is null,
        domain = domain ?? [0, 1],
        anchor,
        gridcolor = Palette.Grid,
        gridwidth = 1,
        zeroline = false,
        ticks = "outside",
        tickcolor = Palette.Grid,
        automargin = true,
    };

    /// <summary>Sets attributes of every trace of <paramref name="chart"/>, which it returns.</summary>
    public static GenericChart Each(this GenericChart chart, Action<dynamic> change)
    {
        foreach (var trace in chart.GetTraces()) change(trace);
        return chart;
    }

    /// <summary>Text as plotly shows it, which reads a few HTML tags.</summary>
    public static string Text(string plain) => plain.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
