using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Derma.Notebooks.Engine;

/// <summary>The child's end of the pipe. Every event is on its way before the call returns, so that no crash can lose it.</summary>
internal sealed class EventChannel(Stream stream)
{
    // Most of what is sent is HTML; the default encoder would make each of its brackets and quotes six characters.
    static readonly WorkerEventJson json = new(new(WorkerEventJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    readonly Lock gate = new();

    /// <summary>Index of the cell that runs, to which console text belongs.</summary>
    public int Cell { get; private set; }

    public void Send(WorkerEvent message)
    {
        if (message.Begins) Cell = message.Cell;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, json.WorkerEvent);
        lock (gate) stream.Write(bytes);
    }
}

/// <summary>A console stream whose text goes to the parent as part of the cell that runs.</summary>
internal sealed class ChannelWriter(EventChannel channel, string name) : TextWriter
{
    /// <summary>Longer text goes in parts, so that neither end holds all of it.</summary>
    const int LongestPart = 1 << 16;

    public override Encoding Encoding => Encoding.UTF8;

    readonly Lock gate = new();
    char half;

    /// <summary>A character beyond the first 65,536 may come as two halves, each of which would be none.</summary>
    public override void Write(char value)
    {
        lock (gate)
        {
            var before = half;
            half = char.IsHighSurrogate(value) ? value : '\0';
            if (half == '\0') Write(before == '\0' ? [value] : [before, value]);
        }
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, LongestPart);
            // The two halves of a character beyond the first 65,536 stay together.
            if (length < text.Length && char.IsHighSurrogate(text[length - 1])) length--;
            channel.Send(new(channel.Cell, Text: new(name, text[..length].ToString())));
            text = text[length..];
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");
}
