using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Worker;

/// <summary>Ends a cell with an error that is already in words.</summary>
internal sealed class CellFailure(ErrorOutput error) : Exception(error.Message)
{
    public ErrorOutput Error { get; } = error;

    /// <summary>A failure of one sentence at a line of a file.</summary>
    public static CellFailure At(SourceFile file, int line, string name, string sentence)
    {
        var message = $"{file.Name}({line}): cell {file.Cell}: {sentence}";
        return new(new(name, message, [message], line));
    }

    /// <summary>What is wrong with a magic command, as the rest of a sentence that begins with its name.</summary>
    public static CellFailure Magic(SourceFile file, int line, string name, string what) => At(file, line, "MagicError", $"#!{name} {what}.");

    /// <summary>The same failure, as the notebook that imports the failing file sees it.</summary>
    public CellFailure ImportedBy(SourceFile file, int line) =>
        new(Error with { Line = line, Traceback = [.. Error.Traceback, $"imported by {file.Name}({line})"] });
}
