namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value as text of one mime type.</summary>
public class FormattedValue(string mimeType, string value)
{
    public string MimeType { get; } = mimeType;

    public string Value { get; } = value;

    internal static IReadOnlyCollection<FormattedValue> AllOf(object? value, string[] mimeTypes)
    {
        var chosen = mimeTypes.Length > 0 ? mimeTypes : Formatter.GetPreferredMimeTypesFor(value?.GetType()).ToArray();
        return chosen.Select(mimeType => new FormattedValue(mimeType, value.ToDisplayString(mimeType))).ToArray();
    }
}
