using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Worker;

/// <summary>A part of a cell that runs as one, with the line of the file that it begins on: code between directives, or a directive.</summary>
internal sealed record CellPiece(string Kernel, string Text, int Line, Directive? Directive = null)
{
    static readonly KernelNames kernels = new();

    /// <summary>Splits a cell at its magic commands.</summary>
    /// <exception cref="CellFailure">A magic command is unknown or malformed, or a package is not there.</exception>
    public static IReadOnlyList<CellPiece> Split(SourceFile file, Cell cell, ReferenceResolver references)
    {
        var lines = cell.Source.Split('\n');
        var pieces = new List<CellPiece>();
        var (kernel, start, value) = (cell.Kernel, 0, (Directive?)null);
        for (var at = 0; at < lines.Length && !cell.IsMarkdown; at++)
        {
            if (kernel == KernelNames.Default) lines[at] = WithPackage(file, cell.Line + at, lines[at], references);
            if (!Directive.IsIn(lines[at])) continue;
            AddCode(at);
            start = at + 1;
            value = null;
            if (kernels.Resolve(lines[at][2..].TrimEnd()) is { } next and not "value")
            {
                kernel = next;
                continue;
            }
            var directive = Directive.Parse(file, cell.Line + at, lines[at]);
            if (directive.Name == "value") (kernel, value) = ("value", directive);
            else pieces.Add(new(kernel, "", cell.Line + at, directive));
        }
        AddCode(lines.Length);
        return pieces;

        void AddCode(int end)
        {
            var code = string.Join('\n', lines[start..end]);
            var isBlank = string.IsNullOrWhiteSpace(code);
            if (value?.Options.Keys.Count(option => option.StartsWith("from-", StringComparison.Ordinal)) + (isBlank ? 0 : 1) > 1)
                throw CellFailure.Magic(file, value!.Line, "value", "takes one of --from-file, --from-url, --from-value and the text below it");
            if (value is not null || !isBlank) pieces.Add(new(kernel, code, cell.Line + start, value));
        }
    }

    /// <summary>A line that references a package names the assembly that stands for it instead.</summary>
    static string WithPackage(SourceFile file, int line, string text, ReferenceResolver references)
    {
        if (!text.StartsWith("#r", StringComparison.Ordinal) && !text.StartsWith("#i", StringComparison.Ordinal)) return text;
        if (Directive.Words(text[2..]) is not [var reference, ..] || !reference.StartsWith("\"nuget:", StringComparison.Ordinal)) return text;
        if (text[1] == 'i') return "";
        var package = reference.Trim('"')[6..].Split(',')[0].Trim();
        return references.Package(package) is { } path ? $"#r \"{path}\""
            : throw CellFailure.At(file, line, "PackageError", $"the package {package} is not among those that this project references, and none is fetched; add it there, or reference a built assembly by its path.");
    }
}
