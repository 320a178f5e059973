using System.Globalization;
using CsvHelper;

namespace Derma.Training;

/// <summary>
/// Reads a table of photos. Its columns are found by the names that public sets use, in any case and with any separator; the class may be
/// one column or one column a class with a 1 in it (one-hot).
/// </summary>
public static class PhotoTable
{
    static readonly string[] Image =
    [
        "imageid", "image", "isicid", "imagename", "imgid", "img", "ddifile", "md5hash", "filename", "file", "filepath", "imagepath", "path", "photo",
    ];

    static readonly string[] Label =
    [
        "dx", "label", "diagnostic", "diagnosis3", "diagnosis", "disease", "class", "classname", "condition", "category", "benignmalignant",
        "malignant", "target",
    ];

    static readonly string[] Lesion = ["lesionid", "lesion", "patientid", "patient"];
    static readonly string[] Part = ["split", "partition", "subset", "part"];
    static readonly string[] Age = ["age", "ageapprox"];
    static readonly string[] Sex = ["sex", "gender"];
    static readonly string[] Site =
        ["localization", "anatomsitegeneral", "anatomsitegeneralchallenge", "anatomsite", "bodysite", "site", "region"];

    static readonly string[] SkinType = ["fitzpatrickscale", "fitzpatrick", "fitspatrick", "fitzpatrickskintype", "skintone", "skintype"];

    static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        TrimWhitespace = true, FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>Whether a file is a table with a column that names photos. Only its header is read.</summary>
    /// <param name="path">The file.</param>
    public static bool NamesPhotos(string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not (".csv" or ".tsv" or ".tab") || PhotoFile.Refusal(path) is not null) return false;
        try
        {
            using var csv = CsvReader.FromFile(path, Options);
            csv.ReadHeader();
            return Column(csv.Headers, Image) is not null;
        }
        catch (Exception failure) when (failure is CsvFormatException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>All rows in the file's order.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="labelColumn">The column of the class; where null, or not there, the first of the usual names.</param>
    /// <exception cref="UserError">It has no column of photos, or a row is broken.</exception>
    public static IReadOnlyList<TableRow> Read(string path, string? labelColumn = null)
    {
        try
        {
            using var csv = CsvReader.FromFile(path, Options);
            csv.ReadHeader();
            string[] headers = [.. csv.Headers];
            var fields = new List<string[]>();
            while (csv.Read()) fields.Add([.. Enumerable.Range(0, headers.Length).Select(csv.GetString)]);
            return Rows(path, headers, fields, labelColumn);
        }
        catch (Exception error) when (error is CsvFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserError($"The table '{path}' cannot be read: {error.Message.ReplaceLineEndings(" ")}");
        }
    }

    static TableRow[] Rows(string path, string[] headers, List<string[]> fields, string? labelColumn)
    {
        var image = Column(headers, Image) ?? throw new UserError($"The table '{path}' has no column that names photos, such as image_id.");
        var label = (labelColumn is null ? null : Column(headers, [Key(labelColumn)])) ?? Column(headers, Usual(headers));
        var oneHot = label is null ? OneHot.Columns(headers, fields) : [];
        int?[] columns = [.. new[] { Lesion, Part, Age, Sex, Site, SkinType }.Select(names => Column(headers, names))];
        return [.. fields.Select(row =>
        {
            string? Field(int? column) => column is { } index ? TableText.Known(row[index]) : null;
            var (name, problem) = oneHot.Length > 0 ? OneHot.Class(headers, oneHot, row) : (Named(Field(label)), null);
            return new TableRow(path, Field(image), name)
            {
                Problem = problem, Lesion = Field(columns[0]), Part = SubsetOf(Field(columns[1])), Age = Number(Field(columns[2])),
                Sex = Field(columns[3])?.ToLowerInvariant(), Site = Field(columns[4]), SkinType = Field(columns[5]),
            };
        })];

        // A bare number or yes-and-no is no name.
        string? Named(string? value) => value is null ? null
            : double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? string.Create(CultureInfo.InvariantCulture, $"{headers[label!.Value]}={number}")
            : bool.TryParse(value, out var truth) ? $"{headers[label!.Value]}={(truth ? "true" : "false")}" : value;
    }

    // ISIC 2020 names the diagnosis of few photos, and whether it is malignant of all.
    static string[] Usual(string[] headers) => Column(headers, ["target"]) is not null && Column(headers, ["benignmalignant"]) is not null
        ? ["benignmalignant"] : Label;

    static int? Column(IReadOnlyList<string> headers, string[] names) => names.Select(name => headers.ToList().FindIndex(header => Key(header) == name))
        .Where(index => index >= 0).Select(index => (int?)index).FirstOrDefault();

    static string Key(string header) => string.Concat(header.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    static double? Number(string? text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The part that a word names, or the words of a file's name: "train", "ISIC_2019_Training_GroundTruth"; null for none.</summary>
    internal static Subset? SubsetOf(string? text) => text is null ? null
        : text.Split([' ', '_', '-', '.', '/', '\\'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant() switch
        {
            "train" or "training" => (Subset?)Subset.Train,
            "val" or "valid" or "validation" or "dev" => Subset.Validation,
            "test" or "testing" => Subset.Test,
            _ => null,
        }).FirstOrDefault(part => part is not null);
}

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

    /// <summary>Fitzpatrick's skin type, or the tone that the table names.</summary>
    public string? SkinType { get; init; }
}
