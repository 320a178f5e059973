using System.Reflection;
using System.Text.Json;

namespace Derma.Core;

/// <summary>The JSON files that lie inside the library.</summary>
public static class EmbeddedJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads one of them.</summary>
    /// <param name="assembly">The library that holds it.</param>
    /// <param name="name">Its name there.</param>
    /// <exception cref="JsonException">It does not fit <typeparamref name="T"/>, member for member.</exception>
    public static T Read<T>(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The library was built without {name}.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new JsonException($"{name} is empty.");
    }
}
