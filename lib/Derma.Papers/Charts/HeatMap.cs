using Plotly.NET;

namespace Derma.Papers;

/// <summary>What heat maps share.</summary>
static class HeatMap
{
    /// <summary>From next to nothing to strong in one colour, on any page.</summary>
    public static StyleParam.Colorscale Scale(string hex) => StyleParam.Colorscale.NewCustom(
    [
        Tuple.Create(0.0, Color.fromString(Palette.Fade(hex, 0.05))),
        Tuple.Create(1.0, Color.fromString(Palette.Fade(hex, 0.8))),
    ]);

    /// <summary>An axis of names; <paramref name="range"/> is in places, the first name's being 0.</summary>
    public static object Names(string title, int angle, double[] range) => new
    {
        title = new { text = title, standoff = 10 },
        type = "category",
        showgrid = false,
        zeroline = false,
        dtick = 1,
        tickangle = angle,
        tickfont = new { size = 11 },
        automargin = true,
        range,
    };
}
