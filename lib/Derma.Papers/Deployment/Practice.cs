using System.Text.Json;

namespace Derma.Papers;

/// <summary>A practice as the finder names it.</summary>
/// <param name="Id">Stable within its source.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Kilometres">From the asked place, as the finder says.</param>
/// <param name="Certification">As the source reports it.</param>
sealed record Practice(string Id, double Latitude, double Longitude, double Kilometres, string Certification)
{
    public static Practice Of(JsonElement item) => new(
        item.GetProperty("id").GetString()!, item.GetProperty("latitude").GetDouble(), item.GetProperty("longitude").GetDouble(),
        item.GetProperty("kilometres").GetDouble(), item.GetProperty("certification").GetString()!);
}
