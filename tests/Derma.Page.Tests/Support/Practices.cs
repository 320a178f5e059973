using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Derma.Page.Tests.Support;

/// <summary>A directory of 13 practices around any place, at 1 to 13 km in turning directions, and four towns.</summary>
static class Practices
{
    const int All = 13;
    const double KilometresPerDegree = 111.195;

    static readonly (string Name, double Latitude, double Longitude)[] Towns =
        [("Berlin, Germany", 52.52, 13.405), ("Bern, Switzerland", 46.948, 7.447), ("Bergen, Norway", 60.393, 5.324), ("Porto, Portugal", 41.15, -8.611)];

    static readonly string[] Names = ["Dr Linden", "Skin Practice Am Markt", "Dr Okafor and Partners", "Hautzentrum Nord", "Dr Silva", "Clinic at the Canal", "Dr Novák"];

    /// <summary>One page, after the query's <c>page</c> and <c>pageSize</c>.</summary>
    public static JsonObject Page(IQueryCollection query, bool sample = true)
    {
        double Number(string name) => double.Parse(query[name]!, CultureInfo.InvariantCulture);
        var (size, first) = (int.Parse(query["pageSize"]!), int.TryParse(query["page"], out var page) ? page : 0);
        var items = Enumerable.Range(first, Math.Min(size, All - first)).Select(index => Practice(index, Number("lat"), Number("lon"))).ToArray();
        return new()
        {
            ["items"] = new JsonArray(items),
            ["next"] = first + size < All ? $"{first + size}" : null,
            ["source"] = sample ? "Derma Workbook sample data" : "Test directory",
            ["sampleData"] = sample,
        };
    }

    public static JsonObject None => new() { ["items"] = new JsonArray(), ["next"] = null, ["source"] = "Test directory", ["sampleData"] = false };

    public static JsonObject Places(string text) => new()
    {
        ["items"] = new JsonArray([.. Towns.Where(town => town.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .Select(town => new JsonObject { ["name"] = town.Name, ["latitude"] = town.Latitude, ["longitude"] = town.Longitude })]),
    };

    // The first one lies due east, each next one 100 degrees further round.
    static JsonNode Practice(int index, double latitude, double longitude)
    {
        var (kilometres, turn) = (index + 1.0, index * 100 * Math.PI / 180);
        return new JsonObject
        {
            ["id"] = $"p{index}",
            ["name"] = Names[index % Names.Length],
            ["address"] = $"Long Street {index + 1}, 1{index:0000} Town",
            ["latitude"] = latitude + Math.Sin(-turn) * kilometres / KilometresPerDegree,
            ["longitude"] = longitude + Math.Cos(-turn) * kilometres / KilometresPerDegree / Math.Cos(latitude * Math.PI / 180),
            ["kilometres"] = kilometres,
            ["certification"] = index % 3 == 2 ? "unknown" : "Board certified",
            ["openNow"] = index % 3 == 2 ? null : JsonValue.Create(index % 3 == 0),
            ["phone"] = index % 2 == 0 ? $"+49 30 555-01{index:00}" : null,
            ["website"] = index % 4 == 0 ? $"https://practice-{index}.example/" : null,
        };
    }
}
