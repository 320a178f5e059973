using System.Text.Json.Nodes;

namespace Derma.Page.Tests.Support;

/// <summary>Answers of the service, after its contract.</summary>
static class Answers
{
    const string Json = """
        {
          "id": "8f0c2d", "time": "2026-03-01T12:00:00Z",
          "model": {
            "id": "smart-derma-ensemble", "title": "Smart Derma ensemble (0.4 / 0.3 / 0.3)", "imageSize": 224,
            "networks": { "mobilenet_v3_large": 0.4, "densenet121": 0.3, "efficientnet_b3": 0.3 },
            "trainedOn": "Drawn skin, 13 conditions", "synthetic": true, "run": "long, seed 1", "version": "0.1.0"
          },
          "label": "Melanoma", "title": "Melanoma", "confidence": 0.834, "sure": true,
          "classes": [
            { "label": "Melanoma", "title": "Melanoma", "probability": 0.834 },
            { "label": "Moles", "title": "Moles", "probability": 0.09 },
            { "label": "Seborrheic_Keratosis", "title": "Seborrheic keratosis", "probability": 0.04 },
            { "label": "Basal_Cell_Carcinoma", "title": "Basal cell carcinoma", "probability": 0.024 },
            { "label": "Actinic_Keratosis", "title": "Actinic keratosis", "probability": 0.006 },
            { "label": "Warts", "title": "Warts", "probability": 0.004 },
            { "label": "Acne", "title": "Acne", "probability": 0.002 }
          ],
          "members": { "mobilenet_v3_large": "Melanoma", "densenet121": "Moles", "efficientnet_b3": "Melanoma" },
          "warnings": [],
          "heatMap": { "width": 7, "height": 7, "exact": true, "values": [
            0, 0, 0.02, 0.05, 0.02, 0, 0,  0, 0.1, 0.2, 0.3, 0.2, 0.08, 0,  0.02, 0.25, 0.62, 0.8, 0.55, 0.2, 0,
            0.05, 0.4, 0.9, 1, 0.72, 0.25, 0.02,  0.04, 0.3, 0.7, 0.85, 0.5, 0.15, 0,  0, 0.12, 0.25, 0.3, 0.16, 0.04, 0,  0, 0, 0.04, 0.05, 0.02, 0, 0 ] },
          "condition": {
            "title": "melanoma", "description": "A cancer of the cells that give skin its colour. Found early, it is usually cured by an operation.",
            "treatments": [ "Surgery that removes it with a margin of healthy skin.", "For later stages, immune therapy or targeted medicines." ],
            "nextSteps": [ "Show it to a doctor within days.", "Do not scratch it or treat it yourself." ],
            "prevention": [ "Shade, clothes and sunscreen." ], "dailyLife": [ "Look at your skin once a month." ], "sources": [ "World Health Organization" ]
          },
          "timings": { "decodeMs": 3.2, "queueMs": 0.4, "modelMs": 91.7, "totalMs": 96.1 },
          "report": "/api/predictions/8f0c2d/report",
          "notice": "Not for diagnosis. The network learnt from drawings."
        }
        """;

    /// <summary>Sure, without warnings, with everything there can be.</summary>
    public static JsonObject Sure() => JsonNode.Parse(Json)!.AsObject();

    /// <summary>Below the threshold.</summary>
    public static JsonObject NotSure()
    {
        var answer = Sure();
        (answer["sure"], answer["confidence"], answer["classes"]![0]!["probability"]) = (false, 0.31, 0.31);
        return answer;
    }

    /// <summary>With two warnings about the photo.</summary>
    public static JsonObject Warned()
    {
        var answer = Sure();
        answer["warnings"] = JsonNode.Parse("""
            [ { "code": "blurred", "text": "The photo is blurred: hold the camera still and closer." }, { "code": "dark", "text": "The photo is dark: use daylight." } ]
            """);
        return answer;
    }

    /// <summary>One network, no heat map, nothing written on the condition, trained on photos.</summary>
    public static JsonObject Bare()
    {
        var answer = Sure();
        (answer["heatMap"], answer["condition"], answer["members"], answer["model"]!["synthetic"]) = (null, null, new JsonObject(), false);
        return answer;
    }

    /// <summary>With another heat map.</summary>
    public static JsonObject Heated(int width, int height, bool exact, params double[] values)
    {
        var answer = Sure();
        answer["heatMap"] = new JsonObject { ["width"] = width, ["height"] = height, ["exact"] = exact, ["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };
        return answer;
    }
}
