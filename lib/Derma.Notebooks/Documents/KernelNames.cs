using System.Text.Json;
using System.Text.Json.Nodes;

namespace Derma.Notebooks.Documents;

/// <summary>The kernel names and aliases of the stock tool, and those that a document adds.</summary>
internal sealed class KernelNames
{
    /// <summary>The kind of cell that holds text, and the kernel of cells that name none.</summary>
    public const string Markdown = "markdown", Default = "csharp";

    static readonly (string Name, string Language, string[] Aliases)[] stock =
    [
        (Default, "C#", ["c#", "cs"]), ("fsharp", "F#", ["f#", "fs"]), ("pwsh", "PowerShell", ["powershell"]),
        ("html", "HTML", []), ("javascript", "JavaScript", ["js"]), ("mermaid", "Mermaid", []), ("value", "", []), ("http", "HTTP", []),
        ("sql", "SQL", []), ("kql", "KQL", []), ("vscode", "", []), ("webview", "", []), (".NET", "", []), (Markdown, "Markdown", ["md"]),
    ];

    readonly Dictionary<string, string> nameOf = [];

    /// <summary>What a line may say to go on in another kernel, but where VS Code begins no cell.</summary>
    readonly HashSet<string> within = [];

    public KernelNames()
    {
        foreach (var (name, _, aliases) in stock) Add(name, aliases);
        (nameOf["C#"], nameOf["F#"], within) = (Default, "fsharp", ["C#", "F#", "sql", "kql", "vscode", "webview", ".NET"]);
    }

    /// <summary>The kernel of the cell that a line of a .dib file begins, or null where the line is content.</summary>
    public string? Begun(string line) => line is ['#', '!', .. var name] && !within.Contains(name) ? Resolve(name) : null;

    /// <summary>The kernel that a name or alias stands for, or null if it stands for none. Case matters.</summary>
    public string? Resolve(string nameOrAlias) => nameOf.GetValueOrDefault(nameOrAlias);

    /// <summary>Adds a document's <c>kernelInfo.items</c>, under older keys too, but none that is malformed or of a known kernel.</summary>
    public void AddFrom(JsonObject metadata)
    {
        var places = new[] { metadata, metadata["polyglot_notebook"], metadata["dotnet_interactive"] };
        foreach (var item in places.SelectMany(place => place.At("kernelInfo", "items") as JsonArray ?? []).OfType<JsonObject>())
            if (item["name"].Text() is { } name && (Resolve(name) is null || within.Contains(name)))
                Add(name, (item["aliases"] as JsonArray)?.Select(Json.Text).OfType<string>() ?? []);
    }

    public static string LanguageOf(string kernel) =>
        stock.FirstOrDefault(known => known.Name == kernel).Language is { Length: > 0 } language ? language : kernel;

    /// <summary>A notebook's metadata with an item for each kernel of its cells that a reader could not know otherwise; where it brought
    /// none, for each kernel.</summary>
    public static JsonObject MetadataOf(Notebook notebook)
    {
        var stockInfo = new JsonObject { ["kernelInfo"] = new JsonObject { ["defaultKernelName"] = Default } };
        var metadata = (JsonObject)(notebook.Metadata?.DeepClone() ?? stockInfo);
        var known = new KernelNames();
        if (notebook.Metadata is null) known.nameOf.Clear();
        known.AddFrom(metadata);
        var kernels = notebook.Cells.Select(cell => cell.Kernel).Prepend(Default).Distinct();
        foreach (var kernel in kernels.Where(kernel => kernel != Markdown && known.Begun("#!" + kernel) != kernel))
        {
            var (name, language, aliases) = stock.FirstOrDefault(item => item.Name == kernel, (kernel, "", []));
            var info = metadata.Child("kernelInfo");
            if (info["items"] is not JsonArray items) info["items"] = items = [];
            items.Add(JsonSerializer.SerializeToNode(new { name, languageName = language, aliases }));
        }
        return metadata;
    }

    void Add(string name, IEnumerable<string> aliases)
    {
        foreach (var word in aliases.Append(name))
        {
            nameOf[word] = name;
            within.Remove(word);
        }
    }
}
