using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Derma.Notebooks.Worker;

/// <summary>Exceptions of notebook code in words: where in the notebook, and the stack without the engine's own frames.</summary>
internal static partial class RuntimeErrors
{
    /// <summary>Names the innermost line of the file that the exception passed, and marks the line of the failing code that led there.</summary>
    public static CellFailure From(Exception exception, SourceFile file, CellPiece code)
    {
        var lines = LinesIn(exception, file).ToArray();
        var end = code.Line + code.Text.Count(character => character == '\n');
        var own = lines.Where(line => line >= code.Line && line <= end).DefaultIfEmpty(code.Line).First();
        var message = $"{file.Name}({lines.DefaultIfEmpty(own).First()}): {exception.GetType().Name}: {exception.Message}";
        return new(new(exception.GetType().FullName!, message, [.. Trimmed(exception)], own));
    }

    /// <summary>The lines of the file in the stacks of the exception and those inside it, innermost first.</summary>
    static IEnumerable<int> LinesIn(Exception? exception, SourceFile file) => exception is null ? []
        : new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(frame => frame.GetFileName() == file.Path).Select(frame => frame.GetFileLineNumber())
            .Concat(LinesIn(exception.InnerException, file));

    static IEnumerable<string> Trimmed(Exception exception) => exception.ToString().ReplaceLineEndings("\n").Split('\n')
        .Where(line => !EngineFrame().IsMatch(line))
        .Select(line => Folder().Replace(Submission().Replace(line, "at the cell's code"), " in "));

    [GeneratedRegex(@"^\s+at (Microsoft\.CodeAnalysis\.|System\.Runtime\.|System\.Threading\.Tasks\.|Derma\.Notebooks\.Worker\.)|^--- End of stack trace")]
    private static partial Regex EngineFrame();

    [GeneratedRegex(@"at Submission#\d+\.<<Initialize>>.*?MoveNext\(\)")]
    private static partial Regex Submission();

    [GeneratedRegex(@" in (?:[A-Za-z]:)?[/\\](?:[^:]*[/\\])?(?=[^/\\:]+:line \d+$)")]
    private static partial Regex Folder();
}
