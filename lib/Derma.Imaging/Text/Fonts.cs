using SkiaSharp;

namespace Derma.Imaging;

/// <summary>
/// The embedded font (a subset of DejaVu Sans: see the README beside it) of all text in pictures and PDFs, so that a page looks the same on
/// every system. Shared and safe for any thread: never dispose of one.
/// </summary>
public static class Fonts
{
    /// <summary>Upright text.</summary>
    public static SKTypeface Regular { get; } = Load("Regular");

    /// <summary>Bold text.</summary>
    public static SKTypeface Bold { get; } = Load("Bold");

    // Skia's typeface keeps the stream and closes it.
    static SKTypeface Load(string style) =>
        SKTypeface.FromStream(typeof(Fonts).Assembly.GetManifestResourceStream($"DejaVuSans-{style}.ttf")!)
        ?? throw new InvalidOperationException($"The embedded font DejaVuSans-{style}.ttf cannot be read.");
}
