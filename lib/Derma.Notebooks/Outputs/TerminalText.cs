using System.Text;

namespace Derma.Notebooks.Outputs;

/// <summary>Console text as a terminal would leave it: a carriage return starts the line again, so that of a progress line only the last state stays.</summary>
public sealed class TerminalText(int maximumLength = TerminalText.DefaultMaximumLength)
{
    /// <summary>Characters kept of one stream of one cell; the rest is cut and a note says so.</summary>
    public const int DefaultMaximumLength = 1_000_000;

    readonly StringBuilder finished = new();
    readonly StringBuilder line = new();
    bool returned;
    long cut;

    /// <summary>Takes more text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var character in text) Append(character);
    }

    /// <summary>What is on the screen now.</summary>
    public override string ToString() =>
        cut == 0 ? $"{finished}{line}" : FormattableString.Invariant($"{finished}{line}\n[cut: {cut:N0} more characters]\n");

    void Append(char character)
    {
        if (character == '\r')
        {
            returned = true;
            return;
        }
        if (returned && character != '\n') line.Clear();
        returned = false;
        if (finished.Length + line.Length >= maximumLength) cut++;
        else line.Append(character);
        if (character != '\n') return;
        finished.Append(line);
        line.Clear();
    }
}
