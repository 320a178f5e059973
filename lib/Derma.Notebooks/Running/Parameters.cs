using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Microsoft.CodeAnalysis.CSharp;

namespace Derma.Notebooks.Running;

/// <summary>
/// A run's values for a notebook's parameters. They are set by a cell after the one that is marked, by a first line <c>// parameters</c> or
/// Jupyter's tag; they are assigned and not declared, so that each keeps the type the notebook gave it.
/// </summary>
internal static partial class Parameters
{
    /// <exception cref="NotebookException">No notebook has a parameter of that name.</exception>
    public static void Check(IEnumerable<string> names, IEnumerable<Notebook> notebooks)
    {
        if (names.FirstOrDefault(name => !notebooks.Any(notebook => Marked(notebook) is { } cell && Sets(cell, name))) is { } unknown)
            throw new NotebookException($"No notebook of this run has a parameter '{unknown}': a cell that begins with '// parameters' and sets it.");
    }

    public static Notebook Set(Notebook notebook, IReadOnlyDictionary<string, string> values)
    {
        if (Marked(notebook) is not { } marked) return notebook;
        var lines = values.Where(value => Sets(marked, value.Key)).Select(value => $"{value.Key} = {Literal(value.Value)};").ToArray();
        if (lines.Length == 0) return notebook;
        var code = new Cell(KernelNames.Default, string.Join('\n', lines.Prepend("// the parameters of this run")), marked.Line) { Fields = new() { ["id"] = "parameters-of-the-run" } };
        return notebook with { Cells = [.. notebook.Cells.SelectMany(cell => cell == marked ? [cell, code] : new[] { cell })] };
    }

    static Cell? Marked(Notebook notebook) => notebook.Cells.FirstOrDefault(cell => cell.Kernel == KernelNames.Default
        && (Mark().IsMatch(cell.Source) || cell.Fields?["metadata"]?["tags"] is JsonArray tags && tags.Any(tag => tag?.ToString() == "parameters")));

    static bool Sets(Cell cell, string name) => Regex.IsMatch(cell.Source, $@"\b{Regex.Escape(name)}\s*=(?!=)");

    static string Literal(string value) => Plain().IsMatch(value) ? value : SymbolDisplay.FormatLiteral(value, quote: true);

    [GeneratedRegex(@"\A// *parameters\b")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\A(?:-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?[dfmLu]?|true|false|null)\z")]
    private static partial Regex Plain();
}
