using Derma.Notebooks.Outputs;
using Microsoft.DotNet.Interactive.Formatting;

namespace Derma.Notebooks.Worker;

/// <summary>Sends what one cell displays to the parent.</summary>
internal sealed class CellSink(EventChannel channel, int cell) : IDisplaySink
{
    /// <summary>Larger values are replaced by a note: no page could show them.</summary>
    const int MaximumLength = 32 << 20;

    public void Show(string displayId, IReadOnlyCollection<FormattedValue> values, bool isUpdate) =>
        channel.Send(new(cell) { Display = new(displayId, ByMimeType(values)) });

    public void Show(string mimeType, string text) => Show(Guid.NewGuid().ToString(), [new FormattedValue(mimeType, text)], isUpdate: false);

    public void ShowResult(object? value) =>
        channel.Send(new(cell) { Result = new(ByMimeType(FormattedValue.AllOf(value, []))) });

    public void Warn(string text) => channel.Send(new(cell) { Text = new(StreamOutput.Error, text + "\n") });

    static Dictionary<string, string> ByMimeType(IEnumerable<FormattedValue> values)
    {
        var data = new Dictionary<string, string>();
        foreach (var value in values)
            if (value.Value.Length <= MaximumLength) data[value.MimeType] = value.Value;
            else data[MimeTypes.Text] = $"[{value.MimeType} of {value.Value.Length:N0} characters, too long to keep]";
        return data;
    }
}
