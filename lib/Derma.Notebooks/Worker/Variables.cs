using System.Text.Json;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive.Formatting;
using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace Derma.Notebooks.Worker;

/// <summary>The values that magic commands set, share and list: the variables of C#, and the texts of <c>#!value</c>.</summary>
internal sealed class Variables(CSharpKernel csharp, WorkerJob job, string folder)
{
    const string Json = "application/json";

    readonly Dictionary<string, SharedValue> values = [];

    /// <summary>A value as text; and as C# code, where a copy of the text would not be it.</summary>
    sealed record SharedValue(string Text, string MimeType = MimeTypes.Text, string? Code = null);

    /// <summary>What <c>#!set</c> or <c>#!share</c> stands for in its kernel, with the value as it is now.</summary>
    public CellPiece Bind(SourceFile file, CellPiece piece)
    {
        var directive = piece.Directive!;
        var (name, mimeType, isByReference) = (directive.Find("as") ?? directive["name"], directive.Find("mime-type"), directive.Find("byref") is not null);
        if (!SyntaxFacts.IsValidIdentifier(name)) throw Wrong($"needs a name that C# allows, not '{name}'");
        if (isByReference && (mimeType is not null || piece.Kernel != KernelNames.Default)) throw Wrong("takes --byref in C# cells only, and without --mime-type");
        try
        {
            var value = directive.Name == "share" ? From(directive["from"], directive["name"], mimeType is null) : Given(directive["value"]);
            return piece.Kernel switch
            {
                KernelNames.Default => new(piece.Kernel, $"var {name} = {value.Code ?? (MimeTypes.IsJson(value.MimeType) ? Copy(Parsed(value)) : Literal(value.Text))};", piece.Line),
                "javascript" or "value" when value is { Text: "", Code: not null } => throw Wrong("gives a password to C# cells only"),
                // Each script of a page has a scope of its own: what later ones shall find must belong to the page.
                "javascript" => new(piece.Kernel, $"globalThis.{name} = {(MimeTypes.IsJson(value.MimeType) ? JsonSerializer.Serialize(Parsed(value)) : JsonSerializer.Serialize(value.Text))};", piece.Line),
                "value" => piece with { Directive = new("value", piece.Line, new Dictionary<string, string> { ["name"] = name, ["from-value"] = value.Text, ["mime-type"] = value.MimeType }) },
                _ => throw Wrong($"works in csharp, javascript and value cells; {piece.Kernel} has no variables"),
            };
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or ArgumentException)
        {
            throw Wrong($"cannot make JSON of the value of '{name}': {problem.Message.TrimEnd('.')}");
        }

        SharedValue Given(string value)
        {
            if (!value.StartsWith('@')) return new(value);
            var parts = value[1..].Split(':', 2);
            if (parts[0] is not ("input" or "password")) return parts.Length == 2 ? From(parts[0], parts[1], isByReference) : new(value);
            var answer = job.Inputs.GetValueOrDefault(name) ?? job.Inputs.GetValueOrDefault(parts[^1].Trim('"')) ?? (job.CheckOnly ? "" : throw Wrong($"asks for '{name}', and nobody is asked here; give the answer by --input {name}=VALUE"));
            return parts[0] == "input" ? new(answer) : new("", Code: $"new Microsoft.DotNet.Interactive.PasswordString({Literal(answer)})");
        }

        SharedValue From(string kernel, string variable, bool asItIs) => kernel switch
        {
            "csharp" or "value" when job.CheckOnly => new("null", Json, "(dynamic)null"),
            "csharp" when csharp.Find(variable) is { } found => asItIs && piece.Kernel == kernel ? new("", Code: variable)
                : mimeType is null || MimeTypes.IsJson(mimeType) ? new(JsonSerializer.Serialize(found.Value), Json)
                : new(found.Value.ToDisplayString(mimeType), mimeType),
            "value" when values.TryGetValue(variable, out var value) => value,
            "csharp" or "value" => throw Wrong($"finds no '{variable}' in {kernel}"),
            _ => throw Wrong($"takes values from csharp and value, not from '{kernel}'"),
        };

        CellFailure Wrong(string what) => CellFailure.Magic(file, piece.Line, directive.Name, what);
    }

    /// <summary>Keeps and shows the text of <c>#!value</c>.</summary>
    public async Task StoreAsync(SourceFile file, CellPiece piece, CellSink sink, CancellationToken stopping)
    {
        var directive = piece.Directive ?? throw CellFailure.Magic(file, piece.Line, "value", "needs --name");
        if (job.CheckOnly) return;
        var text = (directive.Find("from-file") ?? directive.Find("from-url")) is { } place ? await ReadAsync(place) : directive.Find("from-value") ?? piece.Text.Trim('\n');
        values[directive["name"]] = new(text, directive.Find("mime-type") ?? MimeTypes.Text);
        sink.Show(values[directive["name"]].MimeType, text);

        async Task<string> ReadAsync(string place)
        {
            using var client = new HttpClient { MaxResponseContentBufferSize = Cut.MaximumShown };
            try
            {
                return directive.Find("from-url") is null ? await File.ReadAllTextAsync(Path.GetFullPath(place, folder), stopping) : await client.GetStringAsync(new Uri(place), stopping);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or HttpRequestException or UriFormatException or NotSupportedException)
            {
                throw CellFailure.Magic(file, directive.Line, "value", $"cannot read '{place}': {problem.Message.TrimEnd('.')}");
            }
        }
    }

    /// <summary>The names of a kernel's variables, one a line.</summary>
    public string Names(string kernel) => string.Join('\n', In(kernel).Select(row => row[0]));

    /// <summary>The variables of a kernel with type and value.</summary>
    public string Table(string kernel) => Rows(["Variable", "Type", "Value"], In(kernel));

    IEnumerable<string[]> In(string kernel) => kernel == "value" ? values.Select(value => new[] { value.Key, value.Value.MimeType, value.Value.Text })
        : csharp.Variables.Select(variable => new[] { variable.Name, variable.Type.ToString(), variable.Value?.ToString() ?? "<null>" });

    /// <summary>A table of plain text.</summary>
    public static string Rows(string[] header, IEnumerable<string[]> rows) =>
        table(thead(tr(header.Select(name => th(name)))), tbody(rows.Select(row => tr(row.Select(text => td(text)))))).ToString();

    static JsonElement Parsed(SharedValue value) => JsonSerializer.Deserialize<JsonElement>(value.Text);

    static string Copy(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Literal(json.GetString()!),
        JsonValueKind.Number => $"{json.GetRawText()}d",
        JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
        JsonValueKind.Null => "(object)null",
        _ => $"System.Text.Json.JsonDocument.Parse({Literal(json.GetRawText())})",
    };

    static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
