namespace Derma.Service;

/// <summary>A heat map in words, for people who do not see it.</summary>
static class HeatMapPlace
{
    /// <summary>The ninth of the photo in which the strongest cell lies, as "the upper left" or "the middle".</summary>
    public static string Of(HeatMapGrid map)
    {
        var strongest = Enumerable.Range(0, map.Values.Count).MaxBy(cell => map.Values[cell]);
        var (column, row) = (Third(strongest % map.Width, map.Width), Third(strongest / map.Width, map.Height));
        return (row, column) switch
        {
            (1, 1) => "the middle",
            (1, _) => column == 0 ? "the left" : "the right",
            (_, 1) => row == 0 ? "the upper middle" : "the lower middle",
            _ => $"the {(row == 0 ? "upper" : "lower")} {(column == 0 ? "left" : "right")}",
        };
    }

    static int Third(int cell, int cells) => (int)((cell + 0.5) * 3 / cells);
}
