using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Worker;

/// <summary>A part of a cell that runs as one: code between directives, or a directive.</summary>
/// <param name="Kernel">The kernel that code is for.</param>
/// <param name="Directive">Name of the magic command without <c>#!</c>; null for code.</param>
/// <param name="Text">The code, or the directive's argument.</param>
/// <param name="Line">Line of the file that it begins on.</param>
internal sealed record CellPiece(string Kernel, string? Directive, string Text, int Line)
{
    static readonly KernelNames kernels = new();

    /// <summary>Splits a cell at its magic commands.</summary>
    /// <exception cref="CellFailure">A magic command is unknown or malformed.</exception>
    public static IReadOnlyList<CellPiece> Split(SourceFile file, Cell cell)
    {
        var lines = cell.Source.Split('\n');
        var pieces = new List<CellPiece>();
        var (kernel, start) = (cell.Kernel, 0);
        for (var at = 0; at < lines.Length && cell.Kernel != KernelNames.Markdown; at++)
        {
            if (Package(lines[at]) is { } package)
                throw CellFailure.At(file, cell.Line + at, "PackageError", $"the package {package} cannot be fetched here; reference a built assembly by its path.");
            if (!IsDirective(lines[at])) continue;
            AddCode(at);
            start = at + 1;
            var (name, arguments) = Words(lines[at]);
            if (kernels.Resolve(name) is { } next && arguments.Count == 0) kernel = next;
            else pieces.Add(Check(file, cell.Line + at, name, arguments));
        }
        AddCode(lines.Length);
        return pieces;

        void AddCode(int end)
        {
            var code = string.Join('\n', lines[start..end]);
            if (!string.IsNullOrWhiteSpace(code)) pieces.Add(new(kernel, null, code, cell.Line + start));
        }
    }

    static bool IsDirective(string line) => line.Length > 2 && line.StartsWith("#!", StringComparison.Ordinal) && char.IsLetter(line[2]);

    static string? Package(string line) => line.StartsWith("#r", StringComparison.Ordinal) && Words("#!" + line[1..]).Arguments is [var reference, ..]
        && reference.StartsWith("nuget:", StringComparison.Ordinal) ? reference[6..].Split(',')[0].Trim() : null;

    static CellPiece Check(SourceFile file, int line, string name, IReadOnlyList<string> arguments) => (name, arguments) switch
    {
        ("time", []) => new("", name, "", line),
        ("import", [var path]) => new("", name, path, line),
        ("import", ["--file", var path]) => new("", name, path, line),
        ("time", _) => throw CellFailure.At(file, line, "MagicError", "#!time takes no argument."),
        ("import", _) => throw CellFailure.At(file, line, "MagicError", "#!import takes one argument, the path of a notebook."),
        _ => throw CellFailure.At(file, line, "UnknownMagic", $"there is no magic command '#!{name}' here."),
    };

    /// <summary>The words of a directive; double quotes hold words together.</summary>
    static (string Name, IReadOnlyList<string> Arguments) Words(string line)
    {
        var parts = line[2..].Split('"');
        var words = parts.SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return (words[0], words[1..]);
    }
}
