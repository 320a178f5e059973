using Newtonsoft.Json;

namespace Plotly.NET;

/// <summary>Writes a colour as its bare value.</summary>
sealed class ColorWriter : JsonConverter<Color>
{
    public override bool CanRead => false;

    public override void WriteJson(JsonWriter writer, Color? value, JsonSerializer serializer) => serializer.Serialize(writer, value!.Value);

    public override Color ReadJson(JsonReader reader, Type objectType, Color? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        throw new NotSupportedException("Figures are written here, never read.");
}
