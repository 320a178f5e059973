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
    readonly Dictionary<string, Value> values = [];

    /// <summary>A text of some type; or C# code, where a copy of its text would be another value.</summary>
    readonly record struct Value(string? Text, string MimeType = MimeTypes.Text, string? Code = null);

    /// <summary>What <c>#!set</c> or <c>#!share</c> stands for in its kernel, with the value as it is now.</summary>
    public CellPiece Bind(SourceFile file, CellPiece piece)
    {
        var directive = piece.Directive!;
        var (name, mimeType, isByReference) = (directive.Find("as") ?? directive["name"], directive.Find("mime-type"), directive.Find("byref") is not null);
        if (!SyntaxFacts.IsValidIdentifier(name)) throw Wrong($"needs a name that C# allows, not '{name}'");
        if (isByReference && (mimeType is not null || piece.Kernel != KernelNames.Default)) throw Wrong("takes --byref in C# cells only, and without --mime-type");
        var (text, type, code) = directive.Name == "share" ? From(directive["from"], directive["name"], mimeType is null) : Given(directive["value"]);
        if (piece.Kernel != KernelNames.Default && text is null) throw Wrong("gives a password to C# cells only");
        var json = MimeTypes.IsJson(type) ? JsonSerializer.Deserialize<JsonElement>(text!) : JsonSerializer.SerializeToElement(text);
        return piece.Kernel switch
        {
            KernelNames.Default => new(piece.Kernel, $"var {name} = {code ?? Copy(json)};", piece.Line),
            // Each script of a page has a scope of its own: what later ones shall find must belong to the page.
            "javascript" => new(piece.Kernel, $"globalThis.{name} = {JsonSerializer.Serialize(json)};", piece.Line),
            "value" => piece with { Directive = new("value", piece.Line, new Dictionary<string, string> { ["name"] = name, ["from-value"] = text!, ["mime-type"] = type }) },
            _ => throw Wrong($"works in csharp, javascript and value cells; {piece.Kernel} has no variables"),
        };

        Value Given(string value)
        {
            if (!value.StartsWith('@')) return new(value);
            var parts = value[1..].Split(':', 2);
            if (parts[0] is not ("input" or "password")) return parts.Length == 2 ? From(parts[0], parts[1], isByReference) : new(value);
            var answer = job.Inputs.GetValueOrDefault(name) ?? job.Inputs.GetValueOrDefault(parts[^1].Trim('"')) ?? (job.CheckOnly ? "" : throw Wrong($"asks for '{name}', and nobody is asked here; give the answer by --input {name}=VALUE"));
            return parts[0] == "input" ? new(answer) : new(null, Code: $"new Microsoft.DotNet.Interactive.PasswordString({Literal(answer)})");
        }

        Value From(string kernel, string variable, bool asItIs) => kernel switch
        {
            "csharp" or "value" when job.CheckOnly => new("null", MimeTypes.Json, "(dynamic)null"),
            "csharp" when csharp.Variables.FirstOrDefault(known => known.Name == variable) is { } found => asItIs && piece.Kernel == kernel ? new(null, Code: variable)
                : mimeType is null || MimeTypes.IsJson(mimeType) ? new(JsonSerializer.Serialize(found.Value), MimeTypes.Json)
                : new(found.Value.ToDisplayString(mimeType), mimeType),
            "value" when values.TryGetValue(variable, out var value) => asItIs && MimeTypes.IsJson(value.MimeType) ? value with { Code = Document(value.Text!) } : value,
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
        var stored = values[directive["name"]] = new(text, directive.Find("mime-type") ?? MimeTypes.Text);
        sink.Show(stored.MimeType, text);

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

    /// <summary>Name, type and value of each variable of a kernel.</summary>
    public IEnumerable<string[]> In(string kernel) => kernel == "value" ? values.Select(value => new[] { value.Key, value.Value.MimeType, value.Value.Text! })
        : csharp.Variables.Select(variable => new[] { variable.Name, variable.Type.ToString(), variable.Value?.ToString() ?? "<null>" });

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
