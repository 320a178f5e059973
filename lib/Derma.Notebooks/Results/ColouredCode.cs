using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Derma.Notebooks.Results;

/// <summary>
/// Code as HTML. Words of C# are coloured by what Roslyn's parser takes them for; no types are looked up, so a page costs no compilation.
/// </summary>
internal static class ColouredCode
{
    static readonly CSharpParseOptions script = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    /// <summary>The encoded lines of a cell, each on its own: no element reaches over the end of its line.</summary>
    public static string[] Lines(string source, string language) =>
        (IsCSharp(language) ? Coloured(source) : Markup.Encode(source)).Split('\n');

    public static bool IsCSharp(string language) => language is "csharp" or "cs" or "c#" or "C#";

    static string Coloured(string source)
    {
        var (html, at) = (new StringBuilder(), 0);
        foreach (var (span, kind) in Words(source))
        {
            html.Append(Markup.Encode(source[at..span.Start]));
            var lines = source[span.Start..span.End].Split('\n');
            html.AppendJoin('\n', lines.Select(line => $"<span class=\"c-{kind}\">{Markup.Encode(line)}</span>"));
            at = span.End;
        }
        return html.Append(Markup.Encode(source[at..])).ToString();
    }

    static IEnumerable<(TextSpan Span, string Kind)> Words(string source)
    {
        foreach (var token in SyntaxFactory.ParseSyntaxTree(source, script).GetRoot().DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia)
                if (KindOf(trivia) is { } kind) yield return (Trimmed(source, trivia.Span), kind);
            if (token.Span.Length > 0 && KindOf(token) is { } word) yield return (token.Span, word);
            foreach (var trivia in token.TrailingTrivia)
                if (KindOf(trivia) is { } kind) yield return (Trimmed(source, trivia.Span), kind);
        }
    }

    // A directive includes the end of its line.
    static TextSpan Trimmed(string source, TextSpan span) => new(span.Start, source[span.Start..span.End].TrimEnd('\r', '\n').Length);

    static string? KindOf(SyntaxTrivia trivia) =>
        trivia.IsDirective ? "directive"
        : trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia ? "comment"
        : null;

    static string? KindOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "number",
        SyntaxKind.IdentifierToken => KindOfName(token),
        SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken => "string",
        _ when token.Parent is InterpolatedStringExpressionSyntax || token.Parent.IsKind(SyntaxKind.StringLiteralExpression)
            || token.Parent.IsKind(SyntaxKind.Utf8StringLiteralExpression) => "string",
        _ => token.IsKeyword() ? "keyword" : null,
    };

    static string? KindOfName(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => "keyword",
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax => "type",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "method",
        SimpleNameSyntax name when IsCalled(name) => "method",
        SimpleNameSyntax name when SyntaxFacts.IsInTypeOnlyContext(name) || name is GenericNameSyntax || IsLikelyType(name) => "type",
        _ => null,
    };

    static bool IsCalled(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Parent is InvocationExpressionSyntax,
        MemberBindingExpressionSyntax binding => binding.Parent is InvocationExpressionSyntax,
        InvocationExpressionSyntax => true,
        _ => false,
    };

    // As the field writes C#: what stands before a dot with a capital is a type more often than a property.
    static bool IsLikelyType(SimpleNameSyntax name) =>
        char.IsUpper(name.Identifier.Text[0]) && name.Parent is MemberAccessExpressionSyntax access && access.Expression == name;
}
