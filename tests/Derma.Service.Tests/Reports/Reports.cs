using SkiaSharp;

namespace Derma.Service.Tests;

/// <summary>Reports to write.</summary>
static class Reports
{
    public static readonly byte[] Photo = Jpeg(120, 90);

    public static Report Of(string label = "Melanoma", bool sure = true, bool synthetic = true, HeatMapGrid? map = null, params PhotoWarning[] warnings) => new(
        "8f0c21d7a4", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero), Photo,
        new Answer(
        [
            new(label, ConditionTexts.Default.Find(label)?.Title ?? label, 0.731), new("Moles", "Moles", 0.142), new("Seborrheic_Keratosis", "Seborrheic Keratosis", 0.06),
            new("Basal_Cell_Carcinoma", "Basal Cell Carcinoma", 0.04), new("Warts", "Warts", 0.02), new("Normal", "Normal", 0.007),
        ], sure, warnings, map ?? Map, new Dictionary<string, string> { ["mobilenet_v3_large"] = "Melanoma", ["densenet121"] = "Melanoma", ["efficientnet_b3"] = "Moles" }),
        new ModelInfo
        {
            Id = "smart-derma-ensemble", Title = "Smart Derma ensemble (0.4 / 0.3 / 0.3)", Classes = [label, "Moles"], ImageSize = 224,
            Weights = new Dictionary<string, double>(), Run = "smart-derma-quick-1", TrainedOn = "Built-in drawings", Synthetic = synthetic, LibraryVersion = "0.1.0",
        }, ConditionTexts.Default.Find(label));

    /// <summary>Strongest in the lower right.</summary>
    public static HeatMapGrid Map { get; } = new(3, 3, [0, 0, 0, 0, 0.3f, 0.2f, 0, 0.2f, 1], Exact: true);

    public static PhotoWarning[] Warnings { get; } =
    [
        new("blurred", "The photo is blurred: hold still, tap to focus, and take another."), new("dark", "The photo is dark: use daylight."),
        new("over-exposed", "The photo is over-exposed: avoid flash and direct sun."), new("not-skin", "This does not look like skin."), new("small", "The photo is small."),
    ];

    /// <summary>Blue everywhere, so that it is like nothing else on a page.</summary>
    public static byte[] Jpeg(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i += 4) (pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]) = (20, 40, 220, 255);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        return jpeg.ToArray();
    }
}
