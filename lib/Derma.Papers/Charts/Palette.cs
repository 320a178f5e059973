namespace Derma.Papers;

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
