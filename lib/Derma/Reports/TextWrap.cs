namespace Derma.Reports;

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
    public string Cut(string text, float width)
    {
        if (measure(text) <= width) return text;
        var kept = text.Length;
        while (kept > 0 && measure(text[..kept].TrimEnd() + Ellipsis) > width) kept--;
        return text[..kept].TrimEnd() + Ellipsis;
    }

    // A control character has no width that anything agrees on.
    static string[] Words(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    IEnumerable<string> Pieces(string word, float width)
    {
        while (measure(word) > width)
        {
            var length = word.Length - 1;
            while (length > 1 && measure(word[..length]) > width) length--;
            if (length < 1) break;
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }
}
