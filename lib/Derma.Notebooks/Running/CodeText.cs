using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Derma.Notebooks.Running;

/// <summary>
/// What of a cell's text decides what it does: of C#, its tokens and directives, without comments and blanks; of all else, every character.
/// </summary>
internal static partial class CodeText
{
    static readonly CSharpParseOptions script = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>A cell's kernel and what it does. Magic commands stay as they are, and so does the text that one takes from below
    /// it.</summary>
    public static string Of(Cell cell)
    {
        if (cell.Kernel != KernelNames.Default) return $"{cell.Kernel}\0{cell.Source}";
        var lines = cell.Source.Split('\n');
        var (parts, start) = (new List<string> { cell.Kernel }, 0);
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith("#!", StringComparison.Ordinal)) continue;
            parts.Add(Code(lines[start..at]));
            start = at + (Plain().IsMatch(lines[at]) ? 1 : 0);
            parts.Add(start > at ? lines[at] : string.Join('\n', lines[at..]));
            if (start == at) return string.Join('\0', parts);
        }
        return string.Join('\0', parts.Append(Code(lines[start..])));
    }

    static string Code(string[] lines)
    {
        var text = string.Join('\n', lines);
        var tree = CSharpSyntaxTree.ParseText(text, script);
        // What the compiler will not take, nobody has to know the meaning of; and lines are part of what such code does.
        return tree.GetDiagnostics().Any() || AsksForText(text) ? text
            : string.Join('\u0001', tree.GetRoot().DescendantTokens().SelectMany(Meant));
    }

    static IEnumerable<string> Meant(SyntaxToken token) => token.LeadingTrivia.Where(IsMeant).Select(trivia => trivia.ToFullString())
        .Append(token.Text).Concat(token.TrailingTrivia.Where(IsMeant).Select(trivia => trivia.ToFullString()));

    static bool IsMeant(SyntaxTrivia trivia) =>
        trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) || trivia.IsKind(SyntaxKind.SkippedTokensTrivia);

    /// <summary>Whether code asks where it stands, how it is written, or what a notebook's file says.</summary>
    public static bool AsksForText(string code) => Positions().IsMatch(code);

    /// <summary>Commands that end with their line.</summary>
    [GeneratedRegex(@"^#!(?:import|set|share|time|whos?|about|lsmagic)\b")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\bCaller(?:LineNumber|FilePath|ArgumentExpression)|\bStack(?:Trace|Frame)|\.Command\b|\bSubmitCode\b"
        + @"|\.(?:dib|ipynb)""|^\s*#line\b", RegexOptions.Multiline)]
    private static partial Regex Positions();
}
