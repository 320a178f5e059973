using System.Globalization;

namespace Derma.Training;

/// <summary>A class as one column a class, of which one holds a 1.</summary>
static class OneHot
{
    /// <summary>The columns that hold nothing but 0 and 1, where most rows have one 1 among them.</summary>
    public static int[] Columns(string[] headers, List<string[]> rows)
    {
        int[] columns = [.. Enumerable.Range(0, headers.Length).Where(c => headers[c].Trim().Length > 0)
            .Where(c => rows.All(row => Value(row[c]) is not null) && rows.Any(row => row[c].Length > 0))];
        var fitting = rows.Count(row => columns.Count(c => Value(row[c]) == 1) == 1);
        return columns.Length > 1 && fitting * 2 > rows.Count ? columns : [];
    }

    /// <summary>The class of a row, or why it has none.</summary>
    public static (string? Name, string? Problem) Class(string[] headers, int[] columns, string[] row) =>
        columns.Where(c => Value(row[c]) == 1).ToArray() switch
        {
            [var only] => (headers[only].Trim(), null),
            [] => (null, "has no class in the table"),
            var several => (null, $"has {several.Length} classes in the table: {string.Join(", ", several.Select(c => headers[c]))}"),
        };

    static int? Value(string text) => TableText.Known(text) switch
    {
        null => 0,
        var known when double.TryParse(known, CultureInfo.InvariantCulture, out var number) && number is 0 or 1 => (int)number,
        _ => null,
    };
}

/// <summary>What a table says of one photo; what it does not know is null.</summary>
/// <param name="Table">The table's file.</param>
/// <param name="Image">The photo as the table names it: an id, a file's name or a path.</param>
/// <param name="Label">Its class.</param>
public sealed record TableRow(string Table, string? Image, string? Label)
{
    /// <summary>Why the row gives no class, in words; null where it does or says nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>The lesion, or the patient where the table names no lesions; several photos may show it.</summary>
    public string? Lesion { get; init; }

    /// <summary>The part that the table puts the photo into.</summary>
    public Subset? Part { get; init; }

    /// <summary>Years.</summary>
    public double? Age { get; init; }

    /// <summary>As the table has it, in small letters.</summary>
    public string? Sex { get; init; }

    /// <summary>Place on the body.</summary>
    public string? Site { get; init; }

    /// <summary>Fitzpatrick's skin type, or the tone that the table names; of a drawing, the tone that was drawn.</summary>
    public string? SkinType { get; init; }
}
