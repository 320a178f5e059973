namespace Derma.Imaging;

/// <summary>The 22 classes of the Kaggle set that the CNN report uses, with the counts of its training photos.</summary>
public static class Conditions22
{
    /// <summary>The classes and how they are drawn.</summary>
    public static SyntheticRecipe Recipe { get; } = new("conditions-22", "Drawn skin, 22 conditions",
    [
        new("Acne", 593, ["Rosacea", "Infestations_Bites"],
            new Spots(Ink.Raw, (7, 16), (0.06f, 0.12f)) { Spread = 0.75f, Dome = 0.15f, Edge = 0.35f },
            new Spots(Ink.Erythema, (3, 7), (0.08f, 0.12f)) { Spread = 0.7f, Dome = 0.2f, Gloss = 0.3f, Core = Ink.Pus },
            new Spots(Ink.Dark, (0, 8), (0.02f, 0.03f)) { Spread = 0.8f }),
        new("Actinic_Keratosis", 748, ["Sun_Sunlight_Damage", "SkinCancer", "Psoriasis"],
            new Spots(Ink.Erythema, (2, 5), (0.14f, 0.24f)) { Spread = 0.6f, Edge = 0.4f, Wobble = 0.35f },
            new Flakes(Ink.Crust, 9, 0.6f),
            new Roughness(9, 0.35f)),
        new("Benign_tumors", 1093, ["Moles", "Vascular_Tumors", "Warts"],
            new Spots(Ink.Pink, (1, 1), (0.34f, 0.52f)) { Dome = 0.4f, Gloss = 0.35f, Edge = 0.12f, Wobble = 0.06f },
            new Spots(Ink.Tan, (0, 1), (0.15f, 0.25f)) { Edge = 0.6f }),
        new("Bullous", 504, ["Candidiasis", "DrugEruption"],
            new Spots(Ink.Pus, (2, 5), (0.15f, 0.28f))
            {
                Spread = 0.6f, Dome = 0.25f, Gloss = 0.9f, Edge = 0.06f, Wobble = 0.08f, Amount = (0.4f, 0.7f), Rim = Ink.Raw,
            },
            new Spots(Ink.Raw, (1, 3), (0.10f, 0.2f)) { Spread = 0.7f, Edge = 0.1f, Dome = -0.1f }),
        new("Candidiasis", 248, ["Bullous", "Eczema"],
            new Spots(Ink.Raw, (1, 2), (0.4f, 0.6f)) { Spread = 0.25f, Edge = 0.1f, Wobble = 0.3f, Gloss = 0.25f },
            new Flakes(Ink.Pus, 12, 0.35f),
            new Spots(Ink.Raw, (8, 18), (0.03f, 0.06f)) { Spread = 1.1f }),
        new("DrugEruption", 547, ["Vasculitis", "Eczema", "Infestations_Bites"],
            new Spots(Ink.Erythema, (30, 60), (0.06f, 0.14f)) { Spread = 1.5f, Edge = 0.5f, Wobble = 0.35f },
            new Spots(Ink.Pink, (2, 4), (0.3f, 0.5f)) { Spread = 0.8f, Edge = 0.8f }),
        new("Eczema", 1010, ["Psoriasis", "Tinea", "Candidiasis"],
            new Spots(Ink.Erythema, (1, 3), (0.4f, 0.65f)) { Spread = 0.35f, Edge = 0.9f, Wobble = 0.4f },
            new Strokes(Ink.Raw, (6, 14), (0.2f, 0.5f)) { Spread = 0.5f, Parallel = true, Curl = 0.1f, OnLesion = true },
            new Roughness(11, 0.4f)),
        new("Infestations_Bites", 524, ["DrugEruption", "Acne"],
            new Spots(Ink.Erythema, (3, 5), (0.10f, 0.16f))
            {
                Arrangement = Arrangement.Row, Spread = 0.6f, Dome = 0.2f, Edge = 0.5f, Wobble = 0.05f, Core = Ink.Blood, CoreSize = 0.3f,
            },
            new Strokes(Ink.Brown, (1, 4), (0.3f, 0.7f)) { Width = 0.022f, Spread = 0.6f, Curl = 0.6f }),
        new("Lichen", 553, ["Psoriasis", "Vasculitis", "Eczema"],
            new Spots(Ink.Violet, (12, 26), (0.07f, 0.13f)) { Spread = 0.55f, Edge = 0.08f, Wobble = 0.3f, Dome = 0.12f, Gloss = 0.2f },
            new Strokes(Ink.Silver, (14, 24), (0.2f, 0.5f)) { Width = 0.013f, Spread = 0.6f, Curl = 0.7f, OnLesion = true }),
        new("Lupus", 311, ["Rosacea", "Tinea"],
            new Spots(Ink.Raw, (2, 2), (0.34f, 0.46f))
            {
                Arrangement = Arrangement.Butterfly, Spread = 0.5f, Edge = 0.35f, Wobble = 0.3f, Amount = (0.6f, 0.9f),
            },
            new Spots(Ink.Violet, (1, 2), (0.15f, 0.25f)) { Spread = 0.4f, Edge = 0.3f, Core = Ink.Pale },
            new Flakes(Ink.Silver, 14, 0.2f)),
        new("Moles", 361, ["SkinCancer", "Seborrh_Keratoses"],
            new Spots(Ink.Brown, (1, 2), (0.2f, 0.36f)) { Spread = 0.5f, Edge = 0.2f, Wobble = 0.06f, Dome = 0.12f, Core = Ink.Brown }),
        new("Psoriasis", 820, ["Eczema", "Tinea", "Lichen"],
            new Spots(Ink.Raw, (1, 4), (0.24f, 0.45f)) { Spread = 0.6f, Edge = 0.05f, Wobble = 0.2f, Amount = (0.7f, 1f) },
            new Flakes(Ink.Silver, 8, 0.55f)),
        new("Rosacea", 254, ["Acne", "Lupus"],
            new Spots(Ink.Erythema, (2, 3), (0.5f, 0.75f)) { Arrangement = Arrangement.Butterfly, Spread = 0.35f, Edge = 1, Wobble = 0.3f },
            new Strokes(Ink.Blood, (5, 10), (0.4f, 0.8f)) { Width = 0.013f, Spread = 0.7f, Branches = 0.2f },
            new Spots(Ink.Raw, (2, 6), (0.05f, 0.08f)) { Spread = 0.6f, Dome = 0.2f }),
        new("Seborrh_Keratoses", 455, ["Moles", "Warts", "SkinCancer"],
            new Spots(Ink.Brown, (1, 3), (0.25f, 0.42f))
            {
                Spread = 0.5f, Edge = 0.04f, Wobble = 0.18f, Dome = 0.25f, Amount = (0.5f, 0.9f),
            },
            new Roughness(6, 0.7f),
            new Flakes(Ink.Crust, 16, 0.25f)),
        new("SkinCancer", 693, ["Moles", "Benign_tumors", "Seborrh_Keratoses"],
            new Spots(Ink.Brown, (1, 1), (0.36f, 0.55f)) { Edge = 0.12f, Wobble = 0.55f, Aspect = 1.6f },
            new Flakes(Ink.Dark, 4, 0.45f) { Amount = (0.8f, 1f) },
            new Flakes(Ink.Raw, 3, 0.3f),
            new Spots(Ink.Pearl, (1, 2), (0.1f, 0.2f)) { Spread = 0.3f, Dome = 0.3f, Gloss = 0.5f, Core = Ink.Blood, Chance = 0.5f }),
        new("Sun_Sunlight_Damage", 312, ["Actinic_Keratosis", "Unknown_Normal"],
            new Spots(Ink.Brown, (14, 30), (0.05f, 0.13f)) { Spread = 1.4f, Edge = 0.25f, Wobble = 0.35f, Amount = (0.35f, 0.8f) },
            new Strokes(Ink.Tan, (5, 10), (0.9f, 1.8f)) { Width = 0.02f, Spread = 0.9f, Parallel = true, Curl = 0.12f }),
        new("Tinea", 923, ["Eczema", "Psoriasis", "Lupus"],
            new Ring(Ink.Raw, (1, 3), (0.32f, 0.5f)) { Spread = 0.5f },
            new Flakes(Ink.Silver, 12, 0.3f)),
        new("Unknown_Normal", 1651, ["Sun_Sunlight_Damage", "Vitiligo"],
            new Strokes(Ink.Tan, (0, 4), (0.6f, 1.6f)) { Spread = 0.9f, Curl = 0.2f },
            new Things { Chance = 0.35f }),
        new("Vascular_Tumors", 543, ["Benign_tumors", "Vasculitis"],
            new Spots(Ink.Blood, (1, 4), (0.18f, 0.36f)) { Spread = 0.4f, Edge = 0.08f, Wobble = 0.15f, Dome = 0.35f, Gloss = 0.5f },
            new Strokes(Ink.Blood, (3, 7), (0.3f, 0.6f)) { Width = 0.014f, Spread = 0.6f, Branches = 0.25f, Chance = 0.6f }),
        new("Vasculitis", 461, ["DrugEruption", "Vascular_Tumors", "Lichen"],
            new Spots(Ink.Purple, (18, 40), (0.03f, 0.10f)) { Spread = 1.1f, Edge = 0.15f, Wobble = 0.3f },
            new Strokes(Ink.Purple, (3, 8), (0.5f, 0.9f)) { Width = 0.02f, Spread = 0.8f, Branches = 0.2f, Chance = 0.5f }),
        new("Vitiligo", 714, ["Unknown_Normal", "Tinea"],
            new Spots(Ink.Pale, (2, 5), (0.25f, 0.5f)) { Spread = 0.8f, Edge = 0.05f, Wobble = 0.5f, Amount = (0.6f, 0.9f) }),
        new("Warts", 580, ["Seborrh_Keratoses", "Benign_tumors"],
            new Spots(Ink.Horn, (1, 4), (0.16f, 0.3f)) { Spread = 0.55f, Edge = 0.08f, Wobble = 0.12f, Dome = 0.3f, Amount = (0.6f, 0.9f) },
            new Roughness(13, 0.7f),
            new Flakes(Ink.Dark, 16, 0.15f)),
    ]);
}

/// <summary>Smart Derma's 13 classes (4.1.2): eleven drawn as among the 22 conditions, and two of its own.</summary>
/// <remarks>
/// The paper prints one number, 57,600 images, and says that melanoma has far more of them than warts or tinea (4.1.6). The counts here
/// add up to that number and are otherwise our choice: the lesions that dermoscopic archives photograph have the most, common rashes fewer,
/// tinea and warts the least, 6.4 times fewer than melanoma. Normal is healthy skin alone: the unknown objects of the 22 have no place in
/// it.
/// </remarks>
public static class Conditions13
{
    /// <summary>The classes and how they are drawn.</summary>
    public static SyntheticRecipe Recipe { get; } = new("conditions-13", "Drawn skin, 13 conditions",
    [
        Shared("Acne", "Acne", 3_900, ["Eczema", "Warts"]),
        Shared("Actinic_Keratosis", "Actinic_Keratosis", 4_200, ["Sun_Damage", "Basal_Cell_Carcinoma", "Psoriasis"]),
        new("Basal_Cell_Carcinoma", 6_000, ["Actinic_Keratosis", "Moles", "Melanoma"],
            new Spots(Ink.Pearl, (1, 1), (0.32f, 0.5f))
            {
                Dome = 0.35f, Gloss = 0.5f, Edge = 0.1f, Wobble = 0.15f, Amount = (0.5f, 0.8f), Rim = Ink.Pink,
            },
            new Strokes(Ink.Blood, (4, 8), (0.3f, 0.7f)) { Width = 0.014f, Spread = 0.35f, Branches = 0.3f, OnLesion = true },
            new Spots(Ink.Raw, (1, 1), (0.1f, 0.2f))
            {
                Spread = 0.12f, Edge = 0.2f, Wobble = 0.3f, Dome = -0.25f, Core = Ink.Crust, Chance = 0.6f,
            }),
        Shared("Eczema", "Eczema", 4_200, ["Psoriasis", "Tinea"]),
        new("Melanoma", 9_600, ["Moles", "Seborrheic_Keratosis", "Basal_Cell_Carcinoma"],
            new Spots(Ink.Brown, (1, 1), (0.36f, 0.55f)) { Edge = 0.1f, Wobble = 0.6f, Aspect = 1.7f },
            new Flakes(Ink.Dark, 4, 0.45f) { Amount = (0.8f, 1f) },
            new Flakes(Ink.Violet, 3, 0.3f),
            new Flakes(Ink.Pale, 2.5f, 0.15f) { Chance = 0.5f },
            new Spots(Ink.Dark, (0, 3), (0.05f, 0.11f)) { Spread = 0.6f, Edge = 0.2f, Wobble = 0.4f }),
        Shared("Moles", "Moles", 9_000, ["Melanoma", "Seborrheic_Keratosis"]),
        new(
            "Normal", 3_600, ["Sun_Damage", "Vitiligo"],
            [.. Conditions22.Recipe.Named("Unknown_Normal").Parts.Where(part => part is not Things)]),
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
