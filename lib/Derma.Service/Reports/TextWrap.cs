namespace Derma.Service;

/// <summary>Text broken into lines of a width.</summary>
/// <param name="measure">The width of a piece of text.</param>
sealed class TextWrap(Func<string, float> measure)
{
    const string Ellipsis = "…";

    /// <summary>Lines of at most <paramref name="width"/>, broken between words, and within a word that alone is too wide. What does not fit ends in an ellipsis.</summary>
    public IReadOnlyList<string> Wrap(string text, float width, int maxLines = int.MaxValue)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(text).SelectMany(word => Pieces(word, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || measure(longer) <= width)
            {
                line = longer;
                continue;
            }
            if (lines.Count + 1 == maxLines) return [.. lines, Cut(longer, width)];
            lines.Add(line);
            line = word;
        }
        return line.Length > 0 ? [.. lines, line] : lines;
    }

    /// <summary>The text, or as much of it as fits before an ellipsis.</summary>
    public string Cut(string text, float width) =>
        measure(text) <= width ? text : text[..Fitting(text, letters => measure(text[..letters].TrimEnd() + Ellipsis) <= width)].TrimEnd() + Ellipsis;

    // A control character has no width that anything agrees on.
    static string[] Words(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    IEnumerable<string> Pieces(string word, float width)
    {
        while (word.Length > 1 && measure(word) > width)
        {
            var rest = word;
            var letters = Math.Max(1, Fitting(rest, count => measure(rest[..count]) <= width));
            yield return word[..letters];
            word = word[letters..];
        }
        yield return word;
    }

    // The most letters that fit, by halving: every letter more makes a text wider.
    static int Fitting(string text, Func<int, bool> fits)
    {
        var (low, high) = (0, text.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (fits(middle)) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
