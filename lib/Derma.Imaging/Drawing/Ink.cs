using System.Numerics;

namespace Derma.Imaging;

/// <summary>What colours a lesion. Pigment and blood filter the skin under them, so the same ink looks different on light and
/// dark skin; scale, pus and lost pigment cover it.</summary>
/// <param name="Colour">Red, green and blue in [0, 1]: what a filter lets through, or the colour of a cover.</param>
/// <param name="Covers">True for a cover.</param>
public readonly record struct Ink(Vector3 Colour, bool Covers)
{
    /// <summary>A faint redness.</summary>
    public static Ink Pink { get; } = Filter(1f, 0.76f, 0.74f);
    /// <summary>Inflamed skin.</summary>
    public static Ink Erythema { get; } = Filter(0.98f, 0.58f, 0.56f);
    /// <summary>Raw, wet redness.</summary>
    public static Ink Raw { get; } = Filter(0.95f, 0.40f, 0.40f);
    /// <summary>Blood in open vessels.</summary>
    public static Ink Blood { get; } = Filter(0.80f, 0.20f, 0.26f);
    /// <summary>Blood outside its vessels.</summary>
    public static Ink Purple { get; } = Filter(0.58f, 0.30f, 0.46f);
    /// <summary>The violet of lichen planus.</summary>
    public static Ink Violet { get; } = Filter(0.78f, 0.52f, 0.70f);
    /// <summary>A little melanin.</summary>
    public static Ink Tan { get; } = Filter(0.80f, 0.66f, 0.52f);
    /// <summary>Melanin.</summary>
    public static Ink Brown { get; } = Filter(0.56f, 0.40f, 0.31f);
    /// <summary>Dense melanin.</summary>
    public static Ink Dark { get; } = Filter(0.26f, 0.20f, 0.19f);
    /// <summary>Dry silver scale.</summary>
    public static Ink Silver { get; } = Cover(0.93f, 0.91f, 0.89f);
    /// <summary>Dried serum.</summary>
    public static Ink Crust { get; } = Cover(0.80f, 0.66f, 0.40f);
    /// <summary>Pus and blister fluid.</summary>
    public static Ink Pus { get; } = Cover(0.96f, 0.92f, 0.76f);
    /// <summary>Skin without melanin.</summary>
    public static Ink Pale { get; } = Cover(0.97f, 0.88f, 0.84f);
    /// <summary>The pearly shine of a nodule.</summary>
    public static Ink Pearl { get; } = Cover(0.92f, 0.78f, 0.76f);
    /// <summary>Horn: the grey yellow of a wart.</summary>
    public static Ink Horn { get; } = Cover(0.80f, 0.72f, 0.62f);

    /// <summary>The pixel under this ink.</summary>
    /// <param name="pixel">Red, green and blue in [0, 1].</param>
    /// <param name="amount">0 for none, 1 for all of it.</param>
    public Vector3 Over(Vector3 pixel, float amount) =>
        Covers ? Vector3.Lerp(pixel, Colour, amount) : pixel * Vector3.Lerp(Vector3.One, Colour, amount);

    static Ink Filter(float red, float green, float blue) => new(new(red, green, blue), false);

    static Ink Cover(float red, float green, float blue) => new(new(red, green, blue), true);
}
