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
        "imageid", "image", "isicid", "imagename", "imgid", "img", "ddifile", "md5hash", "filename", "file",
        "filepath", "imagepath", "path", "photo",
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
        var isTable = Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".tsv" or ".tab";
        if (!isTable || PhotoFile.Refusal(path) is not null) return false;
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
            : double.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{headers[label!.Value]}={number}")
            : bool.TryParse(value, out var truth) ? $"{headers[label!.Value]}={(truth ? "true" : "false")}" : value;
    }

    // ISIC 2020 names the diagnosis of few photos, and whether it is malignant of all.
    static string[] Usual(string[] headers) => Column(headers, ["target"]) is not null && Column(headers, ["benignmalignant"]) is not null
        ? ["benignmalignant"] : Label;

    static int? Column(IReadOnlyList<string> headers, string[] names) => names
        .Select(name => headers.ToList().FindIndex(header => Key(header) == name))
        .Where(index => index >= 0).Select(index => (int?)index).FirstOrDefault();

    static string Key(string header) => string.Concat(header.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    static double? Number(string? text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The part that a word names, or the words of a file's name: "train", "ISIC_2019_Training_GroundTruth";
    /// null for none.</summary>
    internal static Subset? SubsetOf(string? text) => text is null ? null
        : text.Split([' ', '_', '-', '.', '/', '\\'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant() switch
        {
            "train" or "training" => (Subset?)Subset.Train,
            "val" or "valid" or "validation" or "dev" => Subset.Validation,
            "test" or "testing" => Subset.Test,
            _ => null,
        }).FirstOrDefault(part => part is not null);
}
