using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Derma.Notebooks.Outputs;
using Microsoft.CodeAnalysis;

namespace Derma.Notebooks.Engine;

/// <summary>Compiler messages and exceptions in terms of the notebook: file, line, column and the line itself, without the engine's own
/// frames.</summary>
internal static partial class CSharpErrors
{
    public static ErrorOutput From(ImmutableArray<Diagnostic> diagnostics, SourceFile file)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        var traceback = errors.SelectMany(error => Describe(error).Split('\n')).ToArray();
        var place = errors[0].Location.GetMappedLineSpan();
        return new("CompilationError", traceback[0], traceback, place.Path == SourceName.Of(file.Path) ? place.StartLinePosition.Line + 1
            : null);
    }

    /// <summary>The message, and below it the source line with a mark under the column.</summary>
    public static string Describe(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        var kind = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        var message = $"{kind} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
        if (!span.IsValid || diagnostic.Location.SourceTree is not { } tree) return message;
        var (line, column) = (span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
        var source = tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
        return $"{Path.GetFileName(span.Path)}({line},{column}): {message}\n{source}\n{new string(' ', column - 1)}^";
    }

    /// <summary>Names the innermost line of the file that the exception passed, and marks the line of the failing code that led
    /// there.</summary>
    public static ErrorOutput From(Exception exception, SourceFile file, int start, string code)
    {
        var lines = LinesIn(exception, file).ToArray();
        // What a formatter calls by reflection throws its own exception inside another, which says nothing.
        var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
        var end = start + code.Count(character => character == '\n');
        var own = lines.Where(line => line >= start && line <= end).DefaultIfEmpty(start).First();
        var message = $"{file.Name}({lines.DefaultIfEmpty(own).First()}): {cause.GetType().Name}: {Cut.Error(cause.Message)}";
        return new(cause.GetType().FullName!, message, [.. Trimmed(exception.ToString())], own);
    }

    /// <summary>The lines of the file in the stacks of the exception and those inside it, innermost first.</summary>
    static IEnumerable<int> LinesIn(Exception? exception, SourceFile file) => exception is null ? []
        : new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(frame => frame.GetFileName() == SourceName.Of(file.Path))
            .Select(frame => frame.GetFileLineNumber())
            .Concat(LinesIn(exception.InnerException, file));

    /// <summary>The lines of an exception's text without the engine's own frames.</summary>
    public static IEnumerable<string> Trimmed(string exception) => exception.ReplaceLineEndings("\n").Split('\n')
        .Where(line => !EngineFrame().IsMatch(line))
        .Select(line => Folder().Replace(Submission().Replace(Cut.Error(line), "at the cell's code"), " in "));

    [GeneratedRegex(@"^\s+at (Microsoft\.(CodeAnalysis|DotNet\.Interactive)|System\.(Runtime|Threading\.Tasks)|Derma\.Notebooks\.Engine)\."
        + "|^--- End of stack trace")]
    private static partial Regex EngineFrame();

    [GeneratedRegex(@"at Submission#\d+\.<<Initialize>>.*?MoveNext\(\)")]
    private static partial Regex Submission();

    [GeneratedRegex(@" in (?:[A-Za-z]:)?[/\\](?:[^:]*[/\\])?(?=[^/\\:]+:line \d+$)")]
    private static partial Regex Folder();
}
