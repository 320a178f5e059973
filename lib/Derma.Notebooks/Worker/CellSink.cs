using Derma.Notebooks.Outputs;
using Microsoft.DotNet.Interactive.Formatting;

namespace Derma.Notebooks.Worker;

/// <summary>Sends what one cell displays to the parent.</summary>
internal sealed class CellSink(EventChannel channel, int cell) : IDisplaySink
{
    public void Show(string displayId, IReadOnlyCollection<FormattedValue> values, bool isUpdate)
    {
        var (data, cut) = Fitting(values);
        channel.Send(new(cell, Display: new(displayId, data), Cut: cut));
    }

    public void Show(string mimeType, string text) => Show(Guid.NewGuid().ToString(), [new FormattedValue(mimeType, text)], isUpdate: false);

    public void ShowResult(object? value)
    {
        var (data, cut) = Fitting(FormattedValue.AllOf(value, []));
        channel.Send(new(cell, Result: new(data), Cut: cut));
    }

    public void Warn(string text) => channel.Send(new(cell, Text: new(StreamOutput.Error, text + "\n")));

    /// <summary>What may be kept of a value, and how many characters may not: of text the beginning, of all else nothing, since a part of it is worth nothing.</summary>
    static (Dictionary<string, string> Data, long Cut) Fitting(IReadOnlyCollection<FormattedValue> values)
    {
        var data = new Dictionary<string, string>();
        foreach (var value in values)
            if (value.MimeType == MimeTypes.Text) data[value.MimeType] = value.Value[..Math.Min(value.Value.Length, Cut.MaximumText)];
            else if (value.Value.Length <= Cut.MaximumShown) data[value.MimeType] = value.Value;
        return (data, values.Sum(value => (long)value.Value.Length) - data.Values.Sum(text => (long)text.Length));
    }
}
