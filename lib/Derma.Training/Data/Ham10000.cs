using System.Globalization;
using CsvHelper;

namespace Derma.Training;
/// <summary>
/// HAM10000 as Kaggle serves it: <c>HAM10000_metadata.csv</c> beside <c>HAM10000_images_part_1</c> and <c>_part_2</c>. A quarter of its
/// lesions are shown by several photos, so the split keeps every lesion whole.
/// </summary>
public static class Ham10000
{
    /// <summary>Lists the photos and divides them by lesion, class by class; the same options give the same split.</summary>
    /// <param name="root">Folder of the metadata and the image folders.</param>
    /// <param name="options">Shares and seed of the split.</param>
    /// <exception cref="UserError">
    /// The folder or the table is missing or unusable, or photos that the table names are not there.
    /// </exception>
    public static PhotoSet Open(string root, SplitOptions? options = null)
    {
        options ??= new SplitOptions();
        if (!Directory.Exists(root)) throw new UserError($"There is no folder '{root}' for the photo set 'ham10000'.");
        var records = LesionTable.Read(LesionTable.Find(root) ?? throw new UserError($"'{root}' has no table '{LesionTable.FileName}'."));
        string[] classes = [.. records.Select(record => record.Diagnosis).Distinct().Order(StringComparer.Ordinal)];
        if (classes.Length < 2) throw new UserError($"All photos in '{root}' are of one class; a classifier needs two or more.");
        return new PhotoSet("ham10000", "HAM10000", Synthetic: false, classes, Split(Photos(root, records, classes), options));
    }

    internal static bool Fits(string root) => LesionTable.Find(root) is not null;

    static Photo[] Photos(string root, IReadOnlyList<LesionRecord> records, string[] classes)
    {
        var files = PhotoFiles.Folders(root).Prepend(root).SelectMany(PhotoFiles.In)
            .ToLookup(path => Path.GetFileNameWithoutExtension(path));
        string[] missing = [.. records.Select(record => record.ImageId).Where(id => !files.Contains(id))];
        if (missing.Length > 0)
            throw new UserError($"'{root}' lacks {missing.Length:N0} of the {records.Count:N0} photos in its table, '{missing[0]}' first: "
                + "both image folders, part_1 and part_2, belong beside the table.");
        return [.. records.Select(record =>
            new Photo(files[record.ImageId].First(), Array.IndexOf(classes, record.Diagnosis), record.LesionId, Subset.Train))];
    }

    static IReadOnlyList<Photo> Split(IReadOnlyList<Photo> photos, SplitOptions options)
    {
        var tested = GroupedSplit.Move(photos, Subset.Train, Subset.Test, options.TestFraction, options.Seed, options.GroupOf);
        return GroupedSplit.Move(tested, Subset.Train, Subset.Validation, options.ValidationShareOfRest, options.Seed, options.GroupOf);
    }
}

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

/// <summary>One row of HAM10000's metadata: one photo (Tschandl, Rosendahl, Kittler, Sci. Data 5, 180161, 2018).</summary>
/// <param name="LesionId">The lesion; several photos may show it.</param>
/// <param name="ImageId">File name without extension.</param>
/// <param name="Diagnosis">akiec, bcc, bkl, df, mel, nv or vasc.</param>
/// <param name="Age">Years, where known.</param>
/// <param name="Sex">male, female or unknown.</param>
/// <param name="Localization">Place on the body.</param>
public sealed record LesionRecord(string LesionId, string ImageId, string Diagnosis, double? Age, string Sex, string Localization);
