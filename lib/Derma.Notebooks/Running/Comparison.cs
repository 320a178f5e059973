using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Running;

/// <summary>What counts as the same when outputs are compared.</summary>
public sealed record ComparisonOptions
{
    /// <summary>How far two numbers may lie apart, as a share of the larger one; 0 compares them as they are written.</summary>
    public double Tolerance { get; init; }

    /// <summary>Regular expressions of what is not compared, such as times.</summary>
    public IReadOnlyList<string> Masks { get; init; } = Comparison.TimesAndIds;

    /// <summary>Mime types and streams (<c>stdout</c>, <c>stderr</c>) that are not compared.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}

/// <summary>One output that is not what the notebook's file keeps.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Output">The stream, or number and mime type of what was shown.</param>
/// <param name="Line">The first line of the output that differs, from 1.</param>
/// <param name="Kept">This line as the file keeps it, around the first letter that differs; null where it has none.</param>
/// <param name="Now">The same of the fresh run.</param>
public sealed record Difference(CellRun Cell, string Output, int Line, string? Kept, string? Now);

/// <summary>Compares the outputs that a notebook's file keeps with those of a run.</summary>
public sealed partial class Comparison
{
    readonly ComparisonOptions options;
    readonly IReadOnlyList<Regex> masks;

    /// <summary>Makes a comparison.</summary>
    /// <exception cref="NotebookException">A mask is no regular expression, or the tolerance is no share.</exception>
    public Comparison(ComparisonOptions options)
    {
        if (options.Tolerance is not (>= 0 and < 1))
            throw new NotebookException("--tolerance must be at least 0 and less than 1, such as 1e-6.");
        (this.options, masks) = (options, [.. options.Masks.Select(Mask)]);
    }

    /// <summary>Masks of times of day, dates with or without one, measured times, and GUIDs.</summary>
    public static IReadOnlyList<string> TimesAndIds { get; } =
    [
        "(?<=Wall time:).+", @"\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?(?: ?(?:Z|UTC|[-+]\d\d:?\d\d)\b)?",
        @"\b\d{1,3}:\d\d:\d\d(?:[.,]\d+)?\b",
            @"(?<=\b(?:in|after|took|for) )\d+(?:[.,]\d+)? ?(?:ns|[\u00b5\u03bcu]s|ms|s|sec|seconds?|min|minutes?|h|hours?)\b",
        @"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b",
    ];

    /// <summary>What differs, in order; of a cell that failed or was not reached the run itself tells.</summary>
    /// <exception cref="NotebookException">A mask takes too long.</exception>
    public IReadOnlyList<Difference> Of(NotebookRun run) =>
        [.. run.Cells.Where(cell => cell.Status == CellStatus.Passed).SelectMany(Of)];

    IEnumerable<Difference> Of(CellRun cell)
    {
        var (kept, now) = (Parts(cell.Cell.Outputs), Parts(cell.Outputs));
        return kept.Keys.Union(now.Keys).Select(part => Of(cell, part, kept.GetValueOrDefault(part), now.GetValueOrDefault(part)))
            .OfType<Difference>();
    }

    Difference? Of(CellRun cell, string part, string? kept, string? now)
    {
        if (kept is null || now is null) return new(cell, part, 1, kept is null ? null : First(kept), now is null ? null : First(now));
        if (IsPicture(part)) return kept == now ? null
            : new(cell, part, 1, $"a picture of {kept.Length / 4 * 3} bytes", $"another of {now.Length / 4 * 3} bytes");
        var (before, after) = (Masked(kept).Split('\n'), Masked(now).Split('\n'));
        for (var line = 0; line < Math.Max(before.Length, after.Length); line++)
            if (before.ElementAtOrDefault(line) is var old && after.ElementAtOrDefault(line) is var next && !IsSame(old, next))
                return new(cell, part, line + 1, Around(old, next), Around(next, old));
        return null;
    }

    /// <summary>The outputs by what they are: each stream joined, what was shown by number and mime type, and an error.</summary>
    Dictionary<string, string> Parts(IReadOnlyList<Output> outputs)
    {
        var streams = outputs.OfType<StreamOutput>().Where(stream => !options.Ignored.Contains(stream.Name)).GroupBy(stream => stream.Name)
            .Select(stream => (stream.Key, Text: string.Concat(stream.Select(part => part.Text)).TrimEnd('\n')))
                .Where(stream => stream.Text.Length > 0);
        var shown = outputs.OfType<ShownOutput>()
            .SelectMany((output, index) => output.Data.Where(form => !options.Ignored.Contains(form.Key))
            .Select(form => ($"output {index + 1} as {form.Key}", TextOf(form.Key, form.Value))));
        var errors = outputs.OfType<ErrorOutput>().Select(error => ("error", error.Message)).Take(1);
        return streams.Concat(shown).Concat(errors).ToDictionary(part => part.Item1, part => part.Item2);
    }

    /// <summary>Lines may be broken anywhere in base64, and blanks stand anywhere in JSON.</summary>
    static string TextOf(string mimeType, string text)
    {
        if (IsPicture(mimeType)) return Blanks().Replace(text, "");
        var lines = text.ReplaceLineEndings("\n");
        return MimeTypes.IsJson(mimeType) && Parsed(lines) is { } json
            ? json.ToJsonString(new() { WriteIndented = true, MaxDepth = Json.Depth }) : lines;
    }

    static JsonNode? Parsed(string text)
    {
        try
        {
            return Json.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool IsPicture(string part) => part.Contains("image/", StringComparison.Ordinal)
        && !part.EndsWith(MimeTypes.Svg, StringComparison.Ordinal);

    static Regex Mask(string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        }
        catch (ArgumentException problem)
        {
            throw new NotebookException($"--mask '{pattern}' is no regular expression: {problem.Message}");
        }
    }

    string Masked(string text)
    {
        try
        {
            return masks.Aggregate(text, (rest, mask) => mask.Replace(rest, "…"));
        }
        catch (RegexMatchTimeoutException problem)
        {
            throw new NotebookException($"--mask '{problem.Pattern}' takes too long on an output; make it simpler.");
        }
    }

    bool IsSame(string? kept, string? now)
    {
        if (kept == now) return true;
        if (kept is null || now is null || options.Tolerance == 0
            || Number().Replace(kept, "0") != Number().Replace(now, "0")) return false;
        return Number().Matches(kept).Zip(Number().Matches(now)).All(pair => IsNear(pair.First.Value, pair.Second.Value));
    }

    bool IsNear(string kept, string now)
    {
        var (a, b) = (double.Parse(kept, CultureInfo.InvariantCulture), double.Parse(now, CultureInfo.InvariantCulture));
        return kept == now || Math.Abs(a - b) <= options.Tolerance * Math.Max(Math.Abs(a), Math.Abs(b));
    }

    static string First(string text) => Around(text.Split('\n')[0], "")!;

    /// <summary>As much of a long line as people read, from shortly before the first letter that another line has not.</summary>
    static string? Around(string? line, string? other)
    {
        if (line is null) return null;
        var start = Math.Max(0, line.AsSpan().CommonPrefixLength(other) - 40);
        var part = line.Substring(start, Math.Min(120, line.Length - start));
        return Printable.Of((start > 0 ? "…" : "") + part + (start + part.Length < line.Length ? "…" : ""));
    }

    [GeneratedRegex(@"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();
}
