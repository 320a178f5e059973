using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Derma.Notebooks.Worker;

/// <summary>The child's end of the pipe. Every event is on its way before the call returns, so that no crash can lose it.</summary>
internal sealed class EventChannel(Stream stream)
{
    // Most of what is sent is HTML; the default encoder would make each of its brackets and quotes six characters.
    static readonly WorkerEventJson json = new(new(WorkerEventJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    readonly Lock gate = new();
    volatile int cell;

    /// <summary>Index of the cell that runs, to which console text belongs.</summary>
    public int Cell => cell;

    public void StartCell(int index)
    {
        cell = index;
        Send(new(index) { Begins = true });
    }

    public void Send(WorkerEvent message)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(message, json.WorkerEvent), (byte)'\n'];
        lock (gate) stream.Write(line);
    }
}

/// <summary>A console stream whose text goes to the parent as part of the cell that runs.</summary>
internal sealed class ChannelWriter(EventChannel channel, string name) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (!string.IsNullOrEmpty(value)) channel.Send(new(channel.Cell) { Text = new(name, value) });
    }

    public override void WriteLine(string? value) => Write(value + "\n");
}
