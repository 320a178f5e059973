using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Derma.Notebooks.Running;

/// <summary>
/// A run's values for a notebook's parameters. They are set by a cell after the one that is marked, by a first line <c>// parameters</c> or
/// Jupyter's tag; they are assigned and not declared, so that each keeps the type the notebook gave it.
/// </summary>
internal static partial class Parameters
{
    static readonly CSharpParseOptions script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <exception cref="NotebookException">No notebook has a parameter of that name.</exception>
    public static void Check(IEnumerable<string> names, IEnumerable<Notebook> notebooks)
    {
        bool IsSet(string name) => notebooks.Any(notebook => Marked(notebook) is { } cell && Setter(cell, name) is not null);
        if (names.FirstOrDefault(name => !IsSet(name)) is { } unknown)
            throw new NotebookException($"No notebook of this run has a parameter '{unknown}': "
                + "a cell that begins with '// parameters' and sets it.");
    }

    public static Notebook Set(Notebook notebook, IReadOnlyDictionary<string, string> values)
    {
        if (Marked(notebook) is not { } marked) return notebook;
        var lines = values
            .Select(value => Setter(marked, value.Key) is { } setter ? $"{value.Key} = {Literal(value.Value, setter)};" : null)
            .OfType<string>().ToArray();
        if (lines.Length == 0) return notebook;
        var code = new Cell(KernelNames.Default, string.Join('\n', lines.Prepend("// the parameters of this run")), marked.Line)
        {
            Fields = new() { ["id"] = "parameters-of-the-run" },
        };
        return notebook with { Cells = [.. notebook.Cells.SelectMany(cell => cell == marked ? [cell, code] : new[] { cell })] };
    }

    static Cell? Marked(Notebook notebook) => notebook.Cells.FirstOrDefault(cell => cell.Kernel == KernelNames.Default
        && (Mark().IsMatch(cell.Source)
            || cell.Fields.At("metadata", "tags") is JsonArray tags && tags.Any(tag => tag?.ToString() == "parameters")));

    /// <summary>The declaration or assignment that gives a variable its value; a comment, or a property of that name, is none.</summary>
    static SyntaxNode? Setter(Cell cell, string name) =>
        CSharpSyntaxTree.ParseText(cell.Source, script).GetRoot().DescendantNodes().FirstOrDefault(node => name == node switch
        {
            VariableDeclaratorSyntax { Initializer: not null } variable => variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } => variable.Identifier.ValueText,
            _ => null,
        });

    /// <summary>What is set for a string is its text, whatever it looks like: "007" is a number only where a number stood.</summary>
    static string Literal(string value, SyntaxNode setter)
    {
        var before = (setter as VariableDeclaratorSyntax)?.Initializer?.Value ?? ((AssignmentExpressionSyntax)setter).Right;
        var type = (setter.Parent as VariableDeclarationSyntax)?.Type.ToString();
        var isText = before is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax { Token.Value: string }
            || type is "string" or "String" or "System.String" || (type == "string?" && value != "null")
            || (Zeros().IsMatch(value) && before is not (LiteralExpressionSyntax or PrefixUnaryExpressionSyntax));
        return Plain().IsMatch(value) && !isText ? value : SymbolDisplay.FormatLiteral(value, quote: true);
    }

    [GeneratedRegex(@"\A// *parameters\b")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\A(?:-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?[dfmLu]?|true|false|null)\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A-?0(?=\d)")]
    private static partial Regex Zeros();
}
