namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A display that later calls replace in place.</summary>
public class DisplayedValue
{
    readonly IDisplaySink sink;
    readonly string[] mimeTypes;

    internal DisplayedValue(IDisplaySink sink, object? value, string[] mimeTypes)
    {
        (this.sink, this.mimeTypes, Value) = (sink, mimeTypes, value);
        Show(FormattedValue.AllOf(value, mimeTypes), isUpdate: false);
    }

    internal DisplayedValue(IDisplaySink sink, string value, string mimeType)
    {
        (this.sink, mimeTypes, Value) = (sink, [mimeType], value);
        Show([new FormattedValue(mimeType, value)], isUpdate: false);
    }

    public string DisplayId { get; } = Guid.NewGuid().ToString();

    public object? Value { get; private set; }

    public IReadOnlyCollection<FormattedValue> FormattedValues { get; private set; } = [];

    public bool IsUpdated { get; private set; }

    public void Update(object updatedValue)
    {
        (Value, IsUpdated) = (updatedValue, true);
        Show(FormattedValue.AllOf(updatedValue, mimeTypes), isUpdate: true);
    }

    void Show(IReadOnlyCollection<FormattedValue> values, bool isUpdate)
    {
        FormattedValues = values;
        sink.Show(DisplayId, values, isUpdate);
    }
}
