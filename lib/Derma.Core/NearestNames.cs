namespace Derma.Core;

/// <summary>Suggestions for a mistyped name.</summary>
public static class NearestNames
{
    /// <summary>The names with the fewest letters to change, nearest first.</summary>
    public static IEnumerable<string> Of(string name, IEnumerable<string> known, int count) =>
        known.OrderBy(other => Distance(name, other)).ThenBy(other => other, StringComparer.Ordinal).Take(count);

    // Levenshtein's edit distance, one row at a time.
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
