using System.Globalization;

namespace Derma.Training;

/// <summary>A data-set card: what a set holds, what is known of it and what speaks against trusting a number measured on it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Entry">What the catalogue says of it; null for a set of one's own.</param>
/// <param name="Photos">The photos that were found; null where no folder was named.</param>
public sealed record DataCard(string Id, CatalogEntry? Entry, PhotoSet? Photos)
{
    /// <summary>On every card.</summary>
    public const string NotForDiagnosis =
        "Not for diagnosis. Nothing here, and no network trained on this set, says anything about anybody's skin.";

    /// <summary>Its name for a reader.</summary>
    public string Title => Entry?.Title ?? Id;

    /// <summary>What may be done with it.</summary>
    public string Licence => Entry?.Licence ?? "Not known here: ask whoever the photos are from before passing any on.";

    /// <summary>The sections of the card, in order.</summary>
    public required IReadOnlyList<CardSection> Sections { get; init; }

    /// <summary>The card as a reader gets it.</summary>
    public Card Text => new(Id, Title, NotForDiagnosis, Licence, Sections);

    /// <summary>Looks at a folder, or at the catalogue alone.</summary>
    /// <param name="id">A name of the catalogue or any other.</param>
    /// <param name="root">The folder of the photos; null for what the catalogue knows.</param>
    /// <exception cref="UserError">There is neither a folder nor an entry, or the folder is of no known layout.</exception>
    public static DataCard Of(string id, string? root)
    {
        var entry = root is null ? Catalog.Default[id] : Catalog.Default.Find(id);
        var photos = root is null ? null : DataSources.OpenFolder(DataSources.CheckedId(id), root);
        return new DataCard(id, entry, photos) { Sections = [.. About(entry), .. photos is null ? Catalogued(entry!) : Measured(photos)] };
    }

    static IEnumerable<CardSection> About(CatalogEntry? entry)
    {
        if (entry is null) yield break;
        var cite = entry.Citation is "" ? "" : $"To cite: {entry.Citation}";
        yield return new CardSection("About", [entry.Notes, $"To get it: {entry.Obtain}", cite]);
    }

    static IEnumerable<CardSection> Catalogued(CatalogEntry entry) =>
    [
        new("Photos", ["Counts as catalogued: no folder was named, so nothing was looked at."])
        {
            Header = ["Class", "Training", "Test", "All"],
            Rows = [.. entry.Classes.Select(item => Cells(item.Title, item.Train, item.Test, item.Total))],
        },
    ];

    static IEnumerable<CardSection> Measured(PhotoSet photos)
    {
        yield return Counts(photos);
        yield return Files(photos);
        yield return CardMeasures.Sizes(photos);
        yield return CardMeasures.Copies(photos);
        yield return CardMeasures.Leaks(photos);
        yield return CardMeasures.Completeness(photos);
        if (photos.Remarks.Count > 0) yield return new("Contradictions and gaps", photos.Remarks);
    }

    static CardSection Counts(PhotoSet photos)
    {
        Subset[] parts = [.. Enum.GetValues<Subset>().Where(part => photos.Of(part).Count > 0)];
        var counts = parts.Select(photos.CountPerClass).ToList();
        var split = photos.IsDivided ? "Parts as the folders have them; a test folder alone is the validation part here."
            : "Parts as the tables have them, or else as this workbook divides a set: by lesion, where lesions are named.";
        return new("Photos", [split])
        {
            Header = ["Class", .. parts.Select(part => part.ToString()), "All", "Share"],
            Rows = [.. photos.Classes.Select(Row)],
        };

        IReadOnlyList<string> Row(string name, int label)
        {
            var all = counts.Sum(count => count[label]);
            return Cells([name, .. counts.Select(count => (object?)count[label]), all, Share(all, photos.Photos.Count)]);
        }
    }

    static CardSection Files(PhotoSet photos) => new("Files",
        [$"{photos.Found:N0} files found = {photos.Photos.Count:N0} photos used + "
            + $"{photos.Skipped.Count:N0} skipped + {photos.SetAside.Count:N0} set aside."])
    {
        Header = ["Why a file is not used", "Files", "The first"],
        Rows = [.. photos.Skipped.Concat(photos.SetAside).GroupBy(file => file.Reason).OrderByDescending(group => group.Count())
            .Select(group => Cells(group.Key, group.Count(), group.First().NameIn(photos.Root)))],
    };

    internal static IReadOnlyList<string> Cells(params object?[] cells) => Array.ConvertAll(cells, CardText.Cell);

    internal static string Share(int part, int all) =>
        all == 0 ? "–" : (part / (double)all).ToString("0.0\u00a0%", CultureInfo.InvariantCulture);
}
