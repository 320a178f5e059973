using System.Globalization;

namespace Derma.Training;

/// <summary>What a field of somebody's table says, and whether two names mean the same.</summary>
internal static class TableText
{
    /// <summary>How tables say "not known": what pandas reads as missing, and what people write.</summary>
    static readonly HashSet<string> NotKnown = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "nan", "-nan", "na", "n/a", "n.a.", "<na>", "#n/a", "#na", "null", "nil", "none",
        "unknown", "undefined", "missing", "-", "--", "?",
    };

    static readonly char[] Quotes = ['"', '\'', '\u200b', '\ufeff'];

    static readonly string[] PhotoEndings =
        [".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".heic", ".heif", ".avif"];

    /// <summary>The text without space around it, or null where it means "not known".</summary>
    public static string? Known(string? text) =>
        text?.Trim().Trim(Quotes).Trim() is { } trimmed && !NotKnown.Contains(trimmed) ? trimmed : null;

    /// <summary>A path as in a table, whichever slashes it has and wherever it begins, without the ending of a photo.</summary>
    public static string WithoutEnding(string path)
    {
        var plain = path.Replace('\\', '/').TrimStart('.', '/');
        var ending = PhotoEndings.FirstOrDefault(each => plain.EndsWith(each, StringComparison.OrdinalIgnoreCase)) ?? "";
        return plain[..^ending.Length];
    }

    /// <summary>
    /// Whether two names differ in nothing but case, space around them, or how their accents are stored: as one character or as a letter
    /// and a mark. Without the tables of Unicode, a mark counts as any accent.
    /// </summary>
    public static bool IsSameName(string first, string second)
    {
        var (one, other) = (Characters(first), Characters(second));
        return one.Length == other.Length && one.Zip(other).All(pair => IsSame(pair.First, pair.Second));
    }

    /// <summary>The pairs of names that differ in nothing but that.</summary>
    public static IEnumerable<(string First, string Second)> Alike(IReadOnlyList<string> names) =>
        names.SelectMany((first, i) => names.Skip(i + 1).Where(second => IsSameName(first, second)).Select(second => (first, second)));

    static string[] Characters(string name)
    {
        var characters = StringInfo.GetTextElementEnumerator(name.Trim());
        var list = new List<string>();
        while (characters.MoveNext()) list.Add(characters.GetTextElement());
        return [.. list];
    }

    static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase)
        || one.Length == 1 && one[0] > 127 && other.Length > 1 || other.Length == 1 && other[0] > 127 && one.Length > 1;
}
