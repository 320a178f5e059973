using System.Runtime.CompilerServices;
using Derma.Notebooks.Outputs;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Derma.Notebooks.Engine;

/// <summary>Sends what the engine reports to the parent, as part of the cell that runs.</summary>
internal sealed class CellSink(EventChannel channel, Sources sources) : IObserver<KernelEvent>
{
    public void OnNext(KernelEvent value)
    {
        switch (value)
        {
            case DisplayedValueProduced shown: Show(shown.ValueId, shown); break;
            case DisplayedValueUpdated update: Show(update.ValueId, update); break;
            // What a display call returns stands on the page already.
            case ReturnValueProduced { Value: not DisplayedValue } result: ShowResult(result); break;
            case StandardOutputValueProduced output: Write(StreamOutput.Out, output); break;
            case StandardErrorValueProduced error: Write(StreamOutput.Error, error); break;
            // Of a value that is not there the engine speaks, and goes on.
            case ErrorProduced { Command: RequestValue or SendValue } error when sources.DirectiveAt("#!share", "#!set") is { } line:
                sources.Fail(line, "ValueError", error.Message.TrimEnd('.') + ".");
                break;
            // A failure's own words stand in the cell's error.
            case ErrorProduced { Command: not RequestInput } error when sources.Failure is null:
                Write(StreamOutput.Error, error.Message + "\n");
                break;
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Warn(string text) => Write(StreamOutput.Error, text + "\n");

    void Show(string? id, DisplayEvent shown)
    {
        var (data, cut) = Fitting(shown.FormattedValues.Select(value => (value.MimeType, (string?)value.Value)));
        channel.Send(new(channel.Cell, Display: new(DisplayIds.Of(shown.FormattedValues, id), data), Cut: cut));
    }

    void ShowResult(ReturnValueProduced result)
    {
        var (data, cut) = Fitting(result.FormattedValues.Select(value => (value.MimeType, (string?)value.Value)));
        channel.Send(new(channel.Cell, Result: new(data), Cut: cut));
    }

    void Write(string name, DisplayEvent text) => Write(name, string.Concat(text.FormattedValues.Select(value => value.Value)));

    void Write(string name, string text)
    {
        using var writer = new ChannelWriter(channel, name);
        writer.Write(text);
    }

    /// <summary>
    /// What may be kept of a value, and how many characters may not: of text the beginning, of all else nothing, since a part of it is
    /// worth nothing.
    /// </summary>
    internal static (Dictionary<string, string> Data, long Cut) Fitting(IEnumerable<(string MimeType, string? Text)> values)
    {
        var (data, length) = (new Dictionary<string, string>(), 0L);
        foreach (var (mimeType, text) in values.Select(value => (value.MimeType, value.Text ?? "")))
        {
            length += text.Length;
            if (mimeType == MimeTypes.Text) data[mimeType] = text[..Math.Min(text.Length, Cut.MaximumText)];
            else if (text.Length <= Cut.MaximumShown) data[mimeType] = text;
        }
        return (data, length - data.Values.Sum(text => (long)text.Length));
    }
}

/// <summary>
/// Tells which display an update belongs to. The engine's <c>display()</c> shows one object and returns another, with an id of its own
/// (1.0.0-beta.26120.1); both hold the same list of forms, and an update makes the new list of the old one's mime types. So the first mime
/// type of what is shown becomes a string that is one of its kind, and updates are known by it.
/// </summary>
internal static class DisplayIds
{
    static readonly ConditionalWeakTable<string, string> ids = [];

    /// <param name="values">What is shown.</param>
    /// <param name="id">The engine's id; null where it gave none.</param>
    public static string Of(IReadOnlyCollection<FormattedValue> values, string? id)
    {
        id ??= Guid.NewGuid().ToString();
        if (values.FirstOrDefault() is not { } first) return id;
        if (ids.TryGetValue(first.MimeType, out var known)) return known;
        var mark = new string(first.MimeType.AsSpan());
        ids.Add(mark, id);
        MimeTypeOf(first) = mark;
        return id;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<MimeType>k__BackingField")]
    static extern ref string MimeTypeOf(FormattedValue value);
}
