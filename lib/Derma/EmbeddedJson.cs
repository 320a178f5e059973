using System.Text.Json;

namespace Derma;

/// <summary>The JSON files that lie inside the library.</summary>
static class EmbeddedJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static T Read<T>(string name)
    {
        using var stream = typeof(EmbeddedJson).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The library was built without {name}.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new JsonException($"{name} is empty.");
    }
}
