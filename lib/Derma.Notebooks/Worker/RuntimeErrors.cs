using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Derma.Notebooks.Worker;

/// <summary>Exceptions of notebook code in words: where in the notebook, and the stack without the engine's own frames.</summary>
internal static partial class RuntimeErrors
{
    public static CellFailure From(Exception exception, SourceFile file, int firstLine)
    {
        var line = LineIn(exception, file) ?? firstLine;
        var message = $"{file.Name}({line}): {exception.GetType().Name}: {exception.Message}";
        return new(new(exception.GetType().FullName!, message, [$"{file.Name}({line})", .. Trimmed(exception)], line));
    }

    /// <summary>The line of the innermost frame, of this exception or one inside it, that belongs to the file.</summary>
    static int? LineIn(Exception? exception, SourceFile file)
    {
        if (exception is null) return null;
        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames().FirstOrDefault(frame => frame.GetFileName() == file.Path);
        return frame?.GetFileLineNumber() ?? LineIn(exception.InnerException, file);
    }

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
