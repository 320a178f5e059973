using System.Collections.Immutable;
using System.Text;

namespace Derma.Training;

/// <summary>A folder held against its entry in the catalogue.</summary>
public sealed record CatalogReport
{
    /// <summary>The data set.</summary>
    public required CatalogEntry Entry { get; init; }

    /// <summary>The folder.</summary>
    public required string Path { get; init; }

    /// <summary>Classes of the catalogue that the folder lacks.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>Classes of the folder that the catalogue lacks.</summary>
    public required ImmutableArray<string> Extra { get; init; }

    /// <summary>Counts of each class and part.</summary>
    public required ImmutableArray<ClassCount> Counts { get; init; }

    /// <summary>Files that are no photos.</summary>
    public required ImmutableArray<SkippedPhoto> Unreadable { get; init; }

    /// <summary>Groups of photos with the same bytes.</summary>
    public required ImmutableArray<IReadOnlyList<Photo>> Duplicates { get; init; }

    /// <summary>Whether classes, counts and files are as the catalogue says. Duplicates are worth knowing, but may be the set's own.</summary>
    public bool Matches => Missing.IsEmpty && Extra.IsEmpty && Unreadable.IsEmpty && !Counts.Any(count => count.Differs);

    /// <summary>The report for a console, a finding a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"{Entry.Id} in {Path}: {Counts.Sum(count => count.Found):N0} photos"
            + (Entry.Total is { } total ? $", the catalogue lists {total:N0}" : ""));
        foreach (var name in Missing) text.AppendLine($"  missing class: {name}");
        foreach (var name in Extra) text.AppendLine($"  class not in the catalogue: {name}");
        foreach (var count in Counts.Where(count => count.Differs))
            text.AppendLine($"  {count.Class}, {count.Part}: {count.Found:N0} photos, the catalogue lists {count.Expected:N0}");
        foreach (var file in Unreadable) text.AppendLine($"  no photo: {file.Path} ({file.Reason})");
        foreach (var group in Duplicates) text.AppendLine($"  same bytes: {string.Join(", ", group.Select(photo => photo.Path))}");
        return text.Append(Matches ? "  as catalogued" : "  differs from the catalogue").ToString();
    }
}
