using System.Text.Json;
using System.Text.Json.Nodes;

namespace Derma.Notebooks.Documents;

/// <summary>The kernel names and aliases that separate cells: those of the stock tool and those a document's meta block adds.</summary>
internal sealed class KernelNames
{
    /// <summary>The kind of cell that holds text, and the kernel of cells that name none.</summary>
    public const string Markdown = "markdown", Default = "csharp";

    static readonly (string Name, string Language, string[] Aliases)[] stock =
    [
        (Default, "C#", ["c#", "C#"]), ("fsharp", "F#", ["f#", "F#"]), ("pwsh", "PowerShell", ["powershell"]),
        ("html", "HTML", []), ("javascript", "JavaScript", ["js"]), ("mermaid", "Mermaid", []), ("value", "", []), ("http", "HTTP", []),
        ("sql", "SQL", []), ("kql", "KQL", []), ("vscode", "", []), ("webview", "", []), (".NET", "", []), (Markdown, "Markdown", ["md"]),
    ];

    readonly Dictionary<string, string> nameOf = [];

    public KernelNames()
    {
        foreach (var (name, _, aliases) in stock) Add(name, aliases);
    }

    /// <summary>The kernel that a name or alias stands for, or null if it stands for none. Case matters.</summary>
    public string? Resolve(string nameOrAlias) => nameOf.GetValueOrDefault(nameOrAlias);

    /// <summary>Adds the names of a document's <c>kernelInfo.items</c>, under the older keys too; an item that is not well formed adds nothing.</summary>
    public void AddFrom(JsonObject metadata)
    {
        var places = new[] { metadata, metadata["polyglot_notebook"] as JsonObject, metadata["dotnet_interactive"] as JsonObject };
        foreach (var item in places.SelectMany(place => (place?["kernelInfo"] as JsonObject)?["items"] as JsonArray ?? []).OfType<JsonObject>())
            if (Text(item["name"]) is { } name)
                Add(name, (item["aliases"] as JsonArray)?.Select(Text).OfType<string>() ?? []);
    }

    public static string LanguageOf(string kernel) => stock.FirstOrDefault(known => known.Name == kernel).Language is { Length: > 0 } language ? language : kernel;

    /// <summary>A notebook's metadata with an item for each kernel of its cells that a reader could not know otherwise; where it brought none, for each kernel.</summary>
    public static JsonObject MetadataOf(Notebook notebook)
    {
        var metadata = (JsonObject)(notebook.Metadata?.DeepClone() ?? new JsonObject { ["kernelInfo"] = new JsonObject { ["defaultKernelName"] = Default } });
        var known = new KernelNames();
        if (notebook.Metadata is null) known.nameOf.Clear();
        known.AddFrom(metadata);
        foreach (var kernel in notebook.Cells.Select(cell => cell.Kernel).Prepend(Default).Distinct().Where(kernel => kernel != Markdown && known.Resolve(kernel) != kernel))
        {
            var (name, language, aliases) = stock.FirstOrDefault(item => item.Name == kernel, (kernel, "", []));
            ((metadata["kernelInfo"] ??= new JsonObject())["items"] ??= new JsonArray()).AsArray().Add(JsonSerializer.SerializeToNode(new { name, languageName = language, aliases }));
        }
        return metadata;
    }

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    void Add(string name, IEnumerable<string> aliases)
    {
        nameOf[name] = name;
        foreach (var alias in aliases) nameOf[alias] = name;
    }
}
