namespace Derma.Imaging;

/// <summary>Smart Derma's 13 classes (4.1.2): eleven drawn as among the 22 conditions, and two of its own.</summary>
/// <remarks>
/// The paper prints one number, 57,600 images, and says that melanoma has far more of them than warts or tinea (4.1.6). The counts here
/// add up to that number and are otherwise our choice: the lesions that dermoscopic archives photograph have the most, common rashes fewer,
/// tinea and warts the least, 6.4 times fewer than melanoma. Normal is healthy skin alone: the unknown objects of the 22 have no place in it.
/// </remarks>
public static class Conditions13
{
    public static SyntheticRecipe Recipe { get; } = new("conditions-13", "Drawn skin, 13 conditions",
    [
        Shared("Acne", "Acne", 3_900, ["Eczema", "Warts"]),
        Shared("Actinic_Keratosis", "Actinic_Keratosis", 4_200, ["Sun_Damage", "Basal_Cell_Carcinoma", "Psoriasis"]),
        new("Basal_Cell_Carcinoma", 6_000, ["Actinic_Keratosis", "Moles", "Melanoma"],
            new Spots(Ink.Pearl, (1, 1), (0.32f, 0.5f)) { Dome = 0.35f, Gloss = 0.5f, Edge = 0.1f, Wobble = 0.15f, Amount = (0.5f, 0.8f), Rim = Ink.Pink },
            new Strokes(Ink.Blood, (4, 8), (0.3f, 0.7f)) { Width = 0.014f, Spread = 0.35f, Branches = 0.3f, OnLesion = true },
            new Spots(Ink.Raw, (1, 1), (0.1f, 0.2f)) { Spread = 0.12f, Edge = 0.2f, Wobble = 0.3f, Dome = -0.25f, Core = Ink.Crust, Chance = 0.6f }),
        Shared("Eczema", "Eczema", 4_200, ["Psoriasis", "Tinea"]),
        new("Melanoma", 9_600, ["Moles", "Seborrheic_Keratosis", "Basal_Cell_Carcinoma"],
            new Spots(Ink.Brown, (1, 1), (0.36f, 0.55f)) { Edge = 0.1f, Wobble = 0.6f, Aspect = 1.7f },
            new Flakes(Ink.Dark, 4, 0.45f) { Amount = (0.8f, 1f) },
            new Flakes(Ink.Violet, 3, 0.3f),
            new Flakes(Ink.Pale, 2.5f, 0.15f) { Chance = 0.5f },
            new Spots(Ink.Dark, (0, 3), (0.05f, 0.11f)) { Spread = 0.6f, Edge = 0.2f, Wobble = 0.4f }),
        Shared("Moles", "Moles", 9_000, ["Melanoma", "Seborrheic_Keratosis"]),
        new("Normal", 3_600, ["Sun_Damage", "Vitiligo"], [.. Conditions22.Recipe.Named("Unknown_Normal").Parts.Where(part => part is not Things)]),
        Shared("Psoriasis", "Psoriasis", 3_900, ["Eczema", "Tinea"]),
        Shared("Seborrheic_Keratosis", "Seborrh_Keratoses", 5_400, ["Moles", "Warts", "Melanoma"]),
        Shared("Sun_Damage", "Sun_Sunlight_Damage", 2_400, ["Actinic_Keratosis", "Normal"]),
        Shared("Tinea", "Tinea", 1_500, ["Eczema", "Psoriasis"]),
        Shared("Vitiligo", "Vitiligo", 2_400, ["Normal", "Tinea"]),
        Shared("Warts", "Warts", 1_500, ["Seborrheic_Keratosis", "Acne"]),
    ]) { DataSet = "synthetic-13" };

    static Condition Shared(string name, string among22, int count, IReadOnlyList<string> lookAlikes) =>
        new(name, count, lookAlikes, Conditions22.Recipe.Named(among22).Parts);
}
