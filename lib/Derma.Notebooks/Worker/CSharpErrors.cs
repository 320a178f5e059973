using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Derma.Notebooks.Worker;

/// <summary>Compiler messages in terms of the notebook: file, line, column and the line itself.</summary>
internal static class CSharpErrors
{
    public static CellFailure From(ImmutableArray<Diagnostic> diagnostics, SourceFile file)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        var traceback = errors.SelectMany(error => Describe(error).Split('\n')).ToArray();
        return new(new("CompilationError", traceback[0], traceback, LineIn(errors[0], file)));
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

    static int? LineIn(Diagnostic error, SourceFile file)
    {
        var span = error.Location.GetMappedLineSpan();
        return span.IsValid && span.Path == file.Path ? span.StartLinePosition.Line + 1 : null;
    }
}
