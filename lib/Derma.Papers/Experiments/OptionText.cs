using System.Globalization;
using System.Text.Json;

namespace Derma.Papers;

/// <summary>Values of options in words.</summary>
static class OptionText
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "–",
        JsonValueKind.True => "on",
        JsonValueKind.False => "off",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Of)),
        JsonValueKind.Object when value.TryGetProperty("Item1", out var low) => $"{Of(low)} to {Of(value.GetProperty("Item2"))}",
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Where(part => part.Value.ValueKind != JsonValueKind.Null).Select(part => $"{part.Name} {Of(part.Value)}")),
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
