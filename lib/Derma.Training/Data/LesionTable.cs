using System.Globalization;
using CsvHelper;

namespace Derma.Training;

/// <summary>Reads <c>HAM10000_metadata.csv</c>, whose columns are found by name, so that an unnamed index column does no harm.</summary>
public static class LesionTable
{
    /// <summary>The table's usual name.</summary>
    public const string FileName = "HAM10000_metadata.csv";

    static readonly string[] Required = ["lesion_id", "image_id", "dx"];

    static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        TrimWhitespace = true, FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>The table in a folder, whatever the case of its name, or null.</summary>
    /// <param name="root">The folder.</param>
    public static string? Find(string root) =>
        Directory.EnumerateFiles(root).FirstOrDefault(path => Path.GetFileName(path).Equals(FileName, StringComparison.OrdinalIgnoreCase));

    /// <summary>All rows in the file's order.</summary>
    /// <param name="path">The CSV file.</param>
    /// <exception cref="UserError">A column that the split needs is missing, a row is broken, or there is no row.</exception>
    public static IReadOnlyList<LesionRecord> Read(string path)
    {
        try
        {
            using var csv = CsvReader.FromFile(path, Options);
            csv.ReadHeader();
            if (Required.FirstOrDefault(name => !csv.TryGetFieldIndex(name, out _)) is { } missing)
                throw new UserError($"The table '{path}' has no column '{missing}'.");
            var records = Rows(csv).ToArray();
            return records.Length > 0 ? records : throw new UserError($"The table '{path}' has a header and no row.");
        }
        catch (CsvFormatException error)
        {
            throw new UserError($"The table '{path}' cannot be read: {error.Message}");
        }
    }

    static IEnumerable<LesionRecord> Rows(CsvReader csv)
    {
        while (csv.Read())
            yield return new LesionRecord(Field(csv, "lesion_id"), Field(csv, "image_id"), Field(csv, "dx"), Age(Field(csv, "age")),
                Field(csv, "sex"), Field(csv, "localization"));
    }

    static string Field(CsvReader csv, string name) => csv.TryGetFieldIndex(name, out var index) ? csv.GetString(index) : "";

    static double? Age(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var age) ? age : null;
}
