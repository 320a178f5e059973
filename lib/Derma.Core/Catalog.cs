using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Derma.Core;

/// <summary>The data sets that the workbook knows by name (<c>data/catalog.json</c>).</summary>
public sealed class Catalog
{
    Catalog(ImmutableArray<CatalogEntry> entries) => Entries = entries;

    /// <summary>The workbook's own catalogue.</summary>
    public static Catalog Default { get; } = new(EmbeddedJson.Read<ImmutableArray<CatalogEntry>>(typeof(Catalog).Assembly, "catalog.json"));

    /// <summary>Every data set.</summary>
    public ImmutableArray<CatalogEntry> Entries { get; }

    /// <summary>The data set of an id.</summary>
    /// <exception cref="UserError">There is none; the message names those there are.</exception>
    public CatalogEntry this[string id] => Find(id) ?? throw new UserError(
        $"There is no data set '{id}' in the catalogue; choose one of {string.Join(", ", Entries.Select(entry => entry.Id))}.");

    /// <summary>The data set of an id, or null: photos of one's own need no entry.</summary>
    public CatalogEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Id == id);
}

/// <summary>What is known of a data set before anyone has it: layout, classes, counts, licence, how to get it.</summary>
public sealed record CatalogEntry
{
    /// <summary>The name in <c>--data ID=PATH</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>How it lies on disk.</summary>
    public required DataLayout Layout { get; init; }

    /// <summary>The paper that was written with it; null where none here was.</summary>
    public string? OriginalOf { get; init; }

    /// <summary>What its licence allows.</summary>
    public required string Licence { get; init; }

    /// <summary>Where it is to be had and which folder to name.</summary>
    public required string Obtain { get; init; }

    /// <summary>The set's own page on the web; null where it has none.</summary>
    public string? Url { get; init; }

    /// <summary>The year in which it was published; null where it was not.</summary>
    public string? Published { get; init; }

    /// <summary>Whom to cite; may be empty.</summary>
    public string Citation { get; init; } = "";

    /// <summary>What to know before using it; may be empty.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The column of its table that names the class; null where the usual names find it.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>The number of photos that a paper states for the whole set without counts by class; null elsewhere.</summary>
    public int? StatedPhotos { get; init; }

    /// <summary>The size on disk that a paper states, in GB; null elsewhere.</summary>
    public double? StatedGigabytes { get; init; }

    /// <summary>Its classes, in the order of their labels; empty where they are taken as the set's table has them.</summary>
    public required ImmutableArray<CatalogClass> Classes { get; init; }

    /// <summary>All training photos, or null where the catalogue gives no counts.</summary>
    public int? Train => Sum(item => item.Train);

    /// <summary>All test photos, or null where the catalogue gives no counts.</summary>
    public int? Test => Sum(item => item.Test);

    /// <summary>All photos, or null where the catalogue gives no counts.</summary>
    public int? Total => Sum(item => item.Total);

    int? Sum(Func<CatalogClass, int?> count) =>
        Classes.IsEmpty ? null : Classes.Aggregate((int?)0, (sum, item) => sum + count(item));
}

/// <summary>One class of a catalogued data set.</summary>
public sealed record CatalogClass
{
    /// <summary>Its folder, or its value in the metadata's <c>dx</c> column.</summary>
    public required string Folder { get; init; }

    /// <summary>Its name for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Training photos; null where the set is not divided or draws its own number.</summary>
    public int? Train { get; init; }

    /// <summary>Test photos; null like <see cref="Train"/>.</summary>
    public int? Test { get; init; }

    /// <summary>All photos, where the set is not divided.</summary>
    public int? Photos { get; init; }

    /// <summary>The folder of the class that it would be among Smart Derma's 13; null for none of them, or where nobody asked.</summary>
    public string? SmartDerma { get; init; }

    /// <summary>All photos of the class, or null where the catalogue gives no counts.</summary>
    public int? Total => Photos ?? Train + Test;
}

/// <summary>How a data set lies on disk.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataLayout>))]
public enum DataLayout
{
    /// <summary>Drawn by this library; nothing on disk until a run needs it.</summary>
    BuiltIn,

    /// <summary><c>train/&lt;class&gt;/*.jpg</c> and <c>test/&lt;class&gt;/*.jpg</c>.</summary>
    ClassFolders,

    /// <summary>Tables that name photos, such as <c>HAM10000_metadata.csv</c>, and photos in any folders beside them.</summary>
    Table,

    /// <summary>Described in a paper and never published: there is no folder to check.</summary>
    Unpublished,
}
