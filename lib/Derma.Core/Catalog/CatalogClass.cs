namespace Derma.Core;

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
