using System.Text.Json;
using System.Text.Json.Serialization;

namespace Derma.Papers;

/// <summary>The folder of one training.</summary>
static class TrainingFolder
{
    const string ConfigFile = "config.json";

    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, IncludeFields = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>A folder belongs to one configuration; a changed training wants a name of its own.</summary>
    /// <param name="folder">Created where it is missing.</param>
    /// <param name="config">What the training depends on.</param>
    /// <param name="name">The training's name for a reader.</param>
    /// <exception cref="UserError">The folder holds another configuration.</exception>
    public static void RequireSameConfig(string folder, object config, string name)
    {
        var file = Path.Combine(folder, ConfigFile);
        var text = JsonSerializer.Serialize(config, Json);
        if (!File.Exists(file)) AtomicFile.WriteText(file, text);
        else if (File.ReadAllText(file) != text)
            throw new UserError($"This run already holds another {name}: give the changed one a Variant of its own, such as 'with {{ Variant = \"wider\", … }}'.");
    }
}
