using System.Collections.Immutable;

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
