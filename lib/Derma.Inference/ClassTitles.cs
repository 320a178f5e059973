namespace Derma.Inference;

/// <summary>Class names for a reader.</summary>
static class ClassTitles
{
    static readonly Dictionary<string, string> titles = Catalog.Default.Entries
        .SelectMany(entry => entry.Classes)
        .DistinctBy(item => item.Folder)
        .ToDictionary(item => item.Folder, item => item.Title);

    /// <summary>The catalogue's title, or the name without its underscores where photos of one's own bring a class of their own.</summary>
    public static string Of(string label) => titles.TryGetValue(label, out var title) ? title : label.Replace('_', ' ');
}
