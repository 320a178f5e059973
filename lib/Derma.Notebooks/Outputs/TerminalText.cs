using System.Text;

namespace Derma.Notebooks.Outputs;

/// <summary>Console text as a terminal would leave it: a carriage return starts the line again, so that of a progress line only the last
/// state stays.</summary>
/// <param name="maximumLength">Characters to keep; a note counts the rest.</param>
public sealed class TerminalText(int maximumLength = Cut.MaximumText)
{
    readonly StringBuilder finished = new();
    readonly StringBuilder line = new();
    bool returned;
    long cut;

    /// <summary>Characters kept.</summary>
    public int Length => finished.Length + line.Length;

    /// <summary>How many characters found no room, in words; empty where all did.</summary>
    public string CutNote => cut == 0 ? "" : "\n" + Cut.Note(cut, "more characters");

    /// <summary>Takes more text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (returned && character is not ('\r' or '\n')) line.Clear();
            returned = character == '\r';
            if (returned) continue;
            if (Length >= maximumLength) cut++;
            else line.Append(character);
            if (character != '\n') continue;
            finished.Append(line);
            line.Clear();
        }
    }

    /// <summary>What is on the screen now.</summary>
    public override string ToString() => $"{finished}{line}{CutNote}";
}
