using System.Globalization;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;

namespace Derma.Notebooks.Engine;

/// <summary>A notebook file, which of its cells is running (from 1), and the file that imports it.</summary>
internal sealed record SourceFile(string Path, int Number, Cell Cell, SourceFile? Importer = null, int ImportLine = 0)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether the file is being imported already, directly or not.</summary>
    public bool IsWithin(string path) => Path == path || Importer?.IsWithin(path) == true;
}

/// <summary>Which cell of which file the engine is at, and why the run of the notebook's own cell failed: the engine forgets
/// both.</summary>
internal sealed partial class Sources
{
    int next, asked;

    public SourceFile Current { get; private set; } = new("", 0, new(KernelNames.Default, "", 1));

    /// <summary>The first failure of the notebook's own cell; what it leads to says less.</summary>
    public ErrorOutput? Failure { get; private set; }

    /// <summary>Begins a cell of the notebook itself.</summary>
    public void Begin(SourceFile source) => (Current, next, asked, Failure) = (source, 0, 0, null);

    public void Fail(ErrorOutput error)
    {
        var source = Current;
        for (; source.Importer is { } importer; source = importer)
        {
            string[] traceback = [.. error.Traceback, $"imported by {importer.Name}({source.ImportLine})"];
            error = error with { Line = source.ImportLine, Traceback = traceback };
        }
        Failure ??= error with { Traceback = [$"Cell {source.Number} of {source.Name}", .. error.Traceback] };
    }

    /// <summary>A failure of one sentence at a line of the current file.</summary>
    public void Fail(int line, string name, string sentence)
    {
        var message = $"{Current.Name}({line}): cell {Current.Number}: {sentence}";
        Fail(new ErrorOutput(name, message, [message], line));
    }

    /// <summary>Takes over the failure of a command, unless what caused it is known already.</summary>
    public void Take(KernelCommandResult result)
    {
        if (Failure is not null || result.Events.OfType<CommandFailed>().FirstOrDefault() is not { } failed) return;
        var name = failed.Exception?.GetType().FullName ?? "MagicError";
        var message = failed.Exception?.Message is { Length: > 0 } told ? told : failed.Message;
        if (failed.Exception is null && Packages().Matches(Current.Cell.Source) is { Count: > 0 } packages
            && message.Contains("NU", StringComparison.Ordinal))
        {
            var why = RestoreError().Match(message) is { Success: true } error ? error.Value.Trim() : message.Trim();
            Fail(LineOf("nuget:"), "PackageError", $"the package {packages[0].Groups["name"].Value.Trim()} could not be restored: {why}");
            return;
        }
        var place = Place().Match(message);
        var line = place.Success ? int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture) - 1 : 0;
        Fail(Current.Cell.Line + line, name, message[place.Length..].Split('\n')[0].TrimEnd('.', '\r') + ".");
    }

    [GeneratedRegex(@"^\((?<line>\d+),\d+\): error \w+: ")]
    private static partial Regex Place();

    [GeneratedRegex(@"^#r\s+""nuget:(?<name>[^""]+)""", RegexOptions.Multiline)]
    private static partial Regex Packages();

    [GeneratedRegex(@"(?<=error )NU\d+: [^\[\r\n]*")]
    private static partial Regex RestoreError();

    /// <summary>The file's line of the directive that speaks of something, not before the place that the engine is at.</summary>
    public int LineOf(string text)
    {
        var lines = Current.Cell.Source.Split('\n');
        bool IsDirective(string line) => line.StartsWith('#') && line.Contains(text, StringComparison.Ordinal);
        var at = Array.FindIndex(lines, Math.Min(next, lines.Length - 1), IsDirective);
        return Current.Cell.Line + (at < 0 ? 0 : next = at);
    }

    /// <summary>The file's line of the current cell's next directive of one of these names; null where it has none.</summary>
    public int? DirectiveAt(params string[] names)
    {
        var at = Array.FindIndex(Current.Cell.Source.Split('\n'), line => names.Contains(line.Split(' ')[0]));
        return at < 0 ? null : Current.Cell.Line + at;
    }

    /// <summary>The name of the value that a directive of the current cell sets to the answer to a question; null where code
    /// asks.</summary>
    public string? NameAskedFor(string prompt)
    {
        var asking = Current.Cell.Source.Split('\n')
            .Where(line => line.StartsWith("#!", StringComparison.Ordinal) && AskedFor().IsMatch(line)).ToList();
        var line = asking.Find(line => line.Contains(prompt, StringComparison.Ordinal)) ?? asking.ElementAtOrDefault(asked++);
        return line is null ? null : Named().Match(line) is { Success: true } name ? name.Groups[1].Value : null;
    }

    [GeneratedRegex("@(input|password)")]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"--name\s+""?([^\s""]+)")]
    private static partial Regex Named();

    /// <summary>Runs the cell of an imported file, and returns to the importing one.</summary>
    public async Task WithinAsync(SourceFile source, Func<Task> run)
    {
        var (importer, place) = (Current, next);
        (Current, next) = (source, 0);
        await run();
        (Current, next) = (importer, place);
    }

    /// <summary>
    /// A piece of the current cell as the engine hands it on, with directives for the compiler that give its lines their numbers in the
    /// file. The engine leaves out lines of packages and doubles line ends where it joins what stood around a directive.
    /// </summary>
    /// <returns>The code, and the file's line on which it begins.</returns>
    public (string Code, int Line) Numbered(string piece)
    {
        var (cell, lines) = (Current.Cell.Source.Split('\n'), piece.ReplaceLineEndings("\n").Split('\n'));
        var first = Array.FindIndex(lines, line => line.Trim().Length > 0);
        var start = first < 0 ? -1 : Array.IndexOf(cell, lines[first], Math.Min(next, cell.Length));
        if (start < 0) return (Directive(Current.Cell.Line) + piece, Current.Cell.Line);
        var at = start;
        List<string> numbered = [Directive(Current.Cell.Line + start)];
        foreach (var line in lines[first..])
            if (at < cell.Length && cell[at] == line) { numbered.Add(line + "\n"); at++; }
            else if (line.Length > 0)
            {
                at = Array.IndexOf(cell, line, Math.Min(at, cell.Length)) is >= 0 and var found ? found : at;
                numbered.Add(Directive(Current.Cell.Line + at++) + line + "\n");
            }
        next = at;
        return (string.Concat(numbered), Current.Cell.Line + start);
    }

    string Directive(int line) => $"#line {line} \"{SourceName.Of(Current.Path)}\"\n";
}

/// <summary>The compiler's <c>#line</c> knows no escapes: a quote in a path would end it.</summary>
internal static class SourceName
{
    public static string Of(string path) => path.Replace('"', '\u201D').ReplaceLineEndings("\u2424");
}
