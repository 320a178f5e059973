namespace Derma.Notebooks.Outputs;

/// <summary>How much is kept of what one cell shows. The rest is cut, and a note says how much that was.</summary>
internal static class Cut
{
    /// <summary>Characters of console text, and of a text that is displayed.</summary>
    public const int MaximumText = 1_000_000;

    /// <summary>Characters of all displays together: more no page could show.</summary>
    public const int MaximumShown = 8 << 20;

    /// <summary>A line of an error, which is for people to read: at most ten thousand characters.</summary>
    public static string Error(string line) => line.Length <= 10_000 ? line
        : $"{line[..10_000]} {Note(line.Length - 10_000, "more characters").TrimEnd()}";

    public static string Note(long count, string what) => FormattableString.Invariant($"[cut: {count:N0} {what}]\n");
}
