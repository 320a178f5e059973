namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Where the displays of one cell go.</summary>
internal interface IDisplaySink
{
    void Show(string displayId, IReadOnlyCollection<FormattedValue> values, bool isUpdate);
}
