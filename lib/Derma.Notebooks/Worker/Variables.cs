using System.Text.Json;
using Derma.Notebooks.Outputs;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace Derma.Notebooks.Worker;

/// <summary>The variables that magic commands set, share and list: those of C#, and the texts of <c>#!value</c>.</summary>
internal sealed class Variables(CSharpKernel csharp, IReadOnlyDictionary<string, string> inputs, bool checkOnly)
{
    readonly Dictionary<string, (string Text, string MimeType)> values = [];

    /// <summary>The C# code that <c>#!set</c> or <c>#!share</c> stands for, with its values as they are now.</summary>
    public CellPiece ToCode(SourceFile file, CellPiece piece)
    {
        var directive = piece.Directive!;
        if (piece.Kernel != "csharp") throw Wrong("works in C# cells only");
        var isSet = directive.Name == "set";
        var name = directive.Options.GetValueOrDefault("as") ?? directive["name"];
        if (!SyntaxFacts.IsValidIdentifier(name)) throw Wrong($"needs a name that C# allows, not '{name}'");
        var copies = isSet ? !directive.Options.ContainsKey("byref") : directive.Options.ContainsKey("mime-type");
        return new("csharp", $"var {name} = {(isSet ? Value(directive["value"]) : From(directive["from"], directive["name"]))};", piece.Line);

        string Value(string value)
        {
            if (!value.StartsWith('@')) return Literal(value);
            var parts = value[1..].Split(':', 2);
            if (parts[0] is not ("input" or "password")) return parts.Length == 2 ? From(parts[0], parts[1]) : Literal(value);
            var answer = inputs.GetValueOrDefault(name) ?? inputs.GetValueOrDefault(parts[^1].Trim('"')) ?? (checkOnly ? "" : throw Wrong($"asks for '{name}', and nobody is asked here; give the answer by --input {name}=VALUE"));
            return parts[0] == "input" ? Literal(answer) : $"new Microsoft.DotNet.Interactive.PasswordString({Literal(answer)})";
        }

        string From(string kernel, string variable) => kernel switch
        {
            "csharp" or "value" when checkOnly => "(dynamic)null",
            "csharp" when csharp.Find(variable) is { } found => copies ? Copy(JsonSerializer.SerializeToElement(found.Value)) : variable,
            "value" when values.TryGetValue(variable, out var value) => MimeTypes.IsJson(value.MimeType) ? Document(value.Text) : Literal(value.Text),
            "csharp" or "value" => throw Wrong($"finds no '{variable}' in {kernel}"),
            _ => throw Wrong($"knows no kernel '{kernel}'; csharp and value are here"),
        };

        CellFailure Wrong(string what) => CellFailure.At(file, piece.Line, "MagicError", $"#!{directive.Name} {what}.");
    }

    /// <summary>Keeps and shows the text of <c>#!value</c>.</summary>
    public void Store(SourceFile file, CellPiece piece, CellSink sink)
    {
        var directive = piece.Directive ?? throw CellFailure.At(file, piece.Line, "MagicError", "#!value needs --name.");
        if (checkOnly) return;
        var path = directive.Options.GetValueOrDefault("from-file");
        if (path is not null && !File.Exists(path)) throw CellFailure.At(file, directive.Line, "MagicError", $"#!value finds no file '{path}'.");
        var text = path is not null ? File.ReadAllText(path) : directive.Options.GetValueOrDefault("from-value") ?? piece.Text.Trim('\n');
        var stored = values[directive["name"]] = (text, directive.Options.GetValueOrDefault("mime-type") ?? MimeTypes.Text);
        sink.Show(stored.MimeType, text);
    }

    /// <summary>The names of the variables of C#, one a line.</summary>
    public string Names => string.Join('\n', csharp.Variables.Select(variable => variable.Name));

    /// <summary>The variables of C# with type and value.</summary>
    public string Table => Rows(["Variable", "Type", "Value"], csharp.Variables.Select(variable => new[] { variable.Name, variable.Type.ToString(), variable.Value?.ToString() ?? "<null>" }));

    /// <summary>A table of plain text.</summary>
    public static string Rows(string[] header, IEnumerable<string[]> rows) =>
        table(thead(tr(header.Select(name => th(name)))), tbody(rows.Select(row => tr(row.Select(text => td(text)))))).ToString();

    static string Copy(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Literal(json.GetString()!),
        JsonValueKind.Number => $"{json.GetRawText()}d",
        JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
        JsonValueKind.Null => "(object)null",
        _ => Document(json.GetRawText()),
    };

    static string Document(string json) => $"System.Text.Json.JsonDocument.Parse({Literal(json)})";

    static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
