using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Derma.Notebooks.Engine;

/// <summary>The child's end of the pipe. Every event is on its way before the call returns, so that no crash can lose it.</summary>
internal sealed class EventChannel(Stream stream)
{
    // Most of what is sent is HTML; the default encoder would make each of its brackets and quotes six characters.
    static readonly WorkerEventJson json =
        new(new(WorkerEventJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    readonly Lock gate = new();
    readonly Dictionary<string, char> halves = [];

    /// <summary>Index of the cell that runs, to which console text belongs.</summary>
    public int Cell { get; private set; }

    /// <summary>Sends console text. Half of a character beyond the first 65,536 waits for the other, or for the end of the cell.</summary>
    public void SendText(string name, string text)
    {
        lock (halves)
        {
            if (halves.Remove(name, out var half)) text = half + text;
            if (text.Length > 0 && char.IsHighSurrogate(text[^1])) (halves[name], text) = (text[^1], text[..^1]);
            if (text.Length > 0) Send(new(Cell, Text: new(name, text)));
        }
    }

    public void Send(WorkerEvent message)
    {
        if (message.Begins) Cell = message.Cell;
        if (message.Ends) SendHalves();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, json.WorkerEvent);
        lock (gate) stream.Write(bytes);
    }

    void SendHalves()
    {
        lock (halves)
        {
            foreach (var name in halves.Keys) Send(new(Cell, Text: new(name, "\uFFFD")));
            halves.Clear();
        }
    }
}

/// <summary>A console stream whose text goes to the parent as part of the cell that runs.</summary>
internal sealed class ChannelWriter(EventChannel channel, string name) : TextWriter
{
    /// <summary>Longer text goes in parts, so that neither end holds all of it.</summary>
    const int LongestPart = 1 << 16;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, LongestPart);
            channel.SendText(name, text[..length].ToString());
            text = text[length..];
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");
}
