using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Derma.Training;

/// <summary>A data set in Croissant 1.0 (MLCommons): JSON-LD that says which files there are and what a record holds.</summary>
static partial class Croissant
{
    const string Prefix = "http://mlcommons.org/croissant/";

    static readonly string[] Terms =
    [
        "citeAs", "column", "extract", "field", "fileProperty", "fileObject", "fileSet", "format", "includes", "isLiveDataset",
        "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated", "replace", "separator",
        "source", "subField", "transform",
    ];

    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document.</summary>
    /// <param name="card">The set's card.</param>
    /// <param name="list">The text of the list of photos beside it; null for none.</param>
    public static string Of(DataCard card, string? list)
    {
        var document = new JsonObject
        {
            ["@context"] = Context(),
            ["@type"] = "sc:Dataset",
            ["conformsTo"] = Prefix + "1.0",
            ["name"] = card.Id,
            ["alternateName"] = card.Title,
            ["description"] = $"{card.Title}. {card.Entry?.Notes} {DataCard.NotForDiagnosis}",
            ["license"] = Licence(card.Licence),
            ["creator"] = Named("sc:Organization", card.Entry?.Citation is { Length: > 0 } known ? known.Split(':')[0] : "Not known"),
            ["url"] = card.Entry?.Url ?? $"{card.Id}.html",
            ["version"] = "1.0.0",
            ["isLiveDataset"] = false,
        };
        if (card.Entry?.Citation is { Length: > 0 } citation) document["citeAs"] = citation;
        if ((card.Entry?.Published ?? LastChange(card.Photos)) is { } date) document["datePublished"] = date;
        if (list is null) document["distribution"] = new JsonArray(Page(document));
        else AddFiles(document, card, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))));
        return document.ToJsonString(Json) + "\n";
    }

    static void AddFiles(JsonObject document, DataCard card, string sha256)
    {
        var csv = $"{card.Id}.photos.csv";
        document["distribution"] = new JsonArray(new JsonObject
        {
            ["@type"] = "cr:FileObject", ["@id"] = csv, ["name"] = csv,
            ["description"] = "One row a photo: its path below the set's folder, class, part and group.",
            ["contentUrl"] = csv, ["encodingFormat"] = "text/csv", ["sha256"] = sha256,
        });
        document["recordSet"] = new JsonArray(
            new JsonObject
            {
                ["@type"] = "cr:RecordSet", ["@id"] = "photos", ["name"] = "photos", ["key"] = Reference("photos/path"),
                ["description"] = $"{card.Photos!.Photos.Count} photos.",
                ["field"] = new JsonArray(
                    Field(csv, "path", "The file, from the set's folder on."), Field(csv, "class", "Its class.", "classes/name"),
                    Field(csv, "part", "Train, Validation or Test."),
                    Field(csv, "group", "What may not be divided: the lesion, or the photo itself.")),
            },
            new JsonObject
            {
                ["@type"] = "cr:RecordSet", ["@id"] = "classes", ["name"] = "classes", ["dataType"] = "sc:Enumeration",
                ["key"] = Reference("classes/name"),
                ["description"] = "The classes.",
                ["field"] = new JsonArray(new JsonObject
                {
                    ["@type"] = "cr:Field", ["@id"] = "classes/name", ["name"] = "name",
                    ["description"] = "A class.", ["dataType"] = "sc:Text",
                }),
                ["data"] = new JsonArray([.. card.Photos.Classes.Select(name => new JsonObject { ["classes/name"] = name })]),
            });
    }

    static JsonObject Field(string csv, string column, string about, string? references = null)
    {
        var field = new JsonObject
        {
            ["@type"] = "cr:Field", ["@id"] = $"photos/{column}", ["name"] = column, ["description"] = about, ["dataType"] = "sc:Text",
            ["source"] = new JsonObject { ["fileObject"] = Reference(csv), ["extract"] = new JsonObject { ["column"] = column } },
        };
        if (references is not null) field["references"] = new JsonObject { ["field"] = Reference(references) };
        return field;
    }

    // A licence of Creative Commons has an address; of any other the words stand.
    static JsonNode Licence(string text) => CreativeCommons().Match(text) is { Success: true } known
        ? $"https://creativecommons.org/licenses/{known.Groups[1].Value.ToLowerInvariant()}/{known.Groups[2].Value}/"
        : Named("sc:CreativeWork", text);

    static string? LastChange(PhotoSet? photos) => photos is not { Photos.Count: > 0 } ? null
        : photos.Photos.Max(photo => PhotoFile.Resolve(photo.Path).LastWriteTimeUtc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static JsonObject Page(JsonObject document) => new()
    {
        ["@type"] = "cr:FileObject", ["@id"] = "page", ["name"] = "page",
        ["description"] = "Where the set is to be had; its photos were not looked at.",
        ["contentUrl"] = (string)document["url"]!, ["encodingFormat"] = "text/html",
    };

    static JsonObject Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };

    [GeneratedRegex(@"^CC (BY[-A-Z]*) (\d\.\d)")]
    private static partial Regex CreativeCommons();

    static JsonObject Reference(string id) => new() { ["@id"] = id };

    static JsonObject Context()
    {
        var context = new JsonObject
        {
            ["@language"] = "en", ["@vocab"] = "https://schema.org/", ["sc"] = "https://schema.org/", ["cr"] = Prefix,
            ["rai"] = Prefix + "RAI/", ["dct"] = "http://purl.org/dc/terms/", ["conformsTo"] = "dct:conformsTo",
            ["dataType"] = new JsonObject { ["@id"] = "cr:dataType", ["@type"] = "@vocab" },
            ["data"] = new JsonObject { ["@id"] = "cr:data", ["@type"] = "@json" },
            ["examples"] = new JsonObject { ["@id"] = "cr:examples", ["@type"] = "@json" },
        };
        foreach (var term in Terms) context[term] = "cr:" + term;
        return context;
    }
}
