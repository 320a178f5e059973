using System.Collections.Immutable;

namespace Derma.Core;

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

    /// <summary>Whom to cite; may be empty.</summary>
    public string Citation { get; init; } = "";

    /// <summary>What to know before using it; may be empty.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The number of photos that a paper states for the whole set without counts by class; null elsewhere.</summary>
    public int? StatedPhotos { get; init; }

    /// <summary>The size on disk that a paper states, in GB; null elsewhere.</summary>
    public double? StatedGigabytes { get; init; }

    /// <summary>Its classes, in the order of their labels.</summary>
    public required ImmutableArray<CatalogClass> Classes { get; init; }

    /// <summary>All training photos, or null where the catalogue gives no counts.</summary>
    public int? Train => Sum(item => item.Train);

    /// <summary>All test photos, or null where the catalogue gives no counts.</summary>
    public int? Test => Sum(item => item.Test);

    /// <summary>All photos, or null where the catalogue gives no counts.</summary>
    public int? Total => Sum(item => item.Total);

    int? Sum(Func<CatalogClass, int?> count) => Classes.Aggregate((int?)0, (sum, item) => sum + count(item));
}
