using System.Text;

namespace Derma.Notebooks.Worker;

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
