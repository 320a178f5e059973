using System.Collections.Immutable;

namespace Derma.Training;

/// <summary>Which of Smart Derma's 13 classes the photos of a catalogued set would be in, and how many each would get.</summary>
public sealed class ClassMapping
{
    ClassMapping(CatalogEntry source, CatalogEntry target)
    {
        (Source, Target) = (source, target);
        Unmapped = [.. source.Classes.Where(item => item.SmartDerma is null)];
    }

    /// <summary>
    /// HAM10000, which the paper names among its sources (4.1.1): five of its seven classes are among the 13, df and vasc are not.
    /// </summary>
    public static ClassMapping Ham10000 { get; } = new(Catalog.Default["ham10000"], Catalog.Default["smart-derma"]);

    /// <summary>Where the photos come from.</summary>
    public CatalogEntry Source { get; }

    /// <summary>The set of 13 classes.</summary>
    public CatalogEntry Target { get; }

    /// <summary>Classes of the source that are none of the 13.</summary>
    public ImmutableArray<CatalogClass> Unmapped { get; }

    /// <summary>
    /// Each of the 13 classes, the source's classes that go there (none where it has no photo to give), and their photos.
    /// </summary>
    public IReadOnlyList<(CatalogClass Class, ImmutableArray<CatalogClass> From, int Photos)> Rows =>
    [
        .. Target.Classes
            .Select(target => (target, From: Source.Classes.Where(item => item.SmartDerma == target.Folder).ToImmutableArray()))
            .Select(row => (row.target, row.From, row.From.Sum(item => item.Total ?? 0))),
    ];

    /// <summary>Photos of the source that are in one of the 13 classes.</summary>
    public int Mapped => Rows.Sum(row => row.Photos);
}
