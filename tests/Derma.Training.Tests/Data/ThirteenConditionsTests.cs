namespace Derma.Training.Tests;

public class ThirteenConditionsTests
{
    const int Size = 64;
    static readonly SyntheticRecipe Recipe = SyntheticSkin.Conditions13;

    [Fact] // in the paper's order, 4.1.2
    public void The_classes_are_those_that_the_paper_lists()
    {
        string[] printed = ["Vitiligo", "Psoriasis", "Actinic Keratosis", "Basal Cell Carcinoma", "Eczema", "Sun Damage", "Acne", "Normal",
            "Seborrheic Keratosis", "Melanoma", "Moles", "Tinea", "Warts"];
        Assert.Equal(printed.Select(name => name.Replace(' ', '_')).Order(StringComparer.Ordinal), Recipe.Conditions.Select(condition => condition.Name));
    }

    [Fact]
    public void The_counts_add_up_to_57_600_and_melanoma_has_far_more_than_warts_or_tinea()
    {
        var counts = Recipe.Conditions.ToDictionary(condition => condition.Name, condition => condition.Count);
        Assert.Equal(57_600, counts.Values.Sum());
        Assert.All(new[] { "Warts", "Tinea" }, rare => Assert.True(counts["Melanoma"] > 5 * counts[rare]));
    }

    [Fact]
    public void Ten_classes_are_drawn_by_the_recipes_of_the_22()
    {
        var parts22 = SyntheticSkin.Conditions22.Conditions.Select(condition => condition.Parts).ToList();
        var own = Recipe.Conditions.Where(condition => !parts22.Contains(condition.Parts)).Select(condition => condition.Name);
        Assert.Equal(["Basal_Cell_Carcinoma", "Melanoma", "Normal"], own);
    }

    [Fact]
    public void Look_alikes_are_other_classes_of_the_same_set() => Assert.All(Recipe.Conditions, condition =>
    {
        Assert.NotEmpty(condition.LookAlikes);
        Assert.All(condition.LookAlikes, name => Assert.Single(Recipe.Conditions, other => other.Name == name && other != condition));
    });

    [Fact]
    public void Melanoma_is_darker_than_its_skin_and_more_ragged_than_a_mole()
    {
        var (melanoma, mole) = (Edges("Melanoma"), Edges("Moles"));
        Assert.True(melanoma > 1.2 * mole, $"{melanoma} against {mole}");
    }

    [Fact]
    public void A_carcinoma_is_lighter_and_redder_than_a_melanoma()
    {
        var (carcinoma, melanoma) = (Middle("Basal_Cell_Carcinoma"), Middle("Melanoma"));
        Assert.True(carcinoma.Brightness > melanoma.Brightness + 20, $"{carcinoma} against {melanoma}");
        Assert.True(carcinoma.Red > melanoma.Red + 20, $"{carcinoma} against {melanoma}");
    }

    [Fact]
    public void A_small_set_of_every_class_is_written_and_opened_as_its_own_data_set()
    {
        using var folder = new TemporaryFolder();
        var options = new SyntheticOptions { Recipe = Recipe, Size = 32, TrainPhotos = 130, TestPhotos = 65 };
        var set = DrawnPhotos.Open(options, Path.Combine(folder.Path, "drawings")).InThreeParts();
        Assert.Equal(("synthetic-13", true, 13), (set.Id, set.Synthetic, set.Classes.Count));
        Assert.All(set.CountPerClass(Subset.Validation).Concat(set.CountPerClass(Subset.Test)), count => Assert.True(count > 0));
        Assert.Equal((107, 23, 65), (set.Of(Subset.Train).Count, set.Of(Subset.Validation).Count, set.Of(Subset.Test).Count));
    }

    // Studio light and no look-alikes, so that forty drawings show the recipe.
    static IEnumerable<byte[]> Draw(string name)
    {
        var label = Recipe.Conditions.Select(condition => condition.Name).ToList().IndexOf(name);
        var options = new SyntheticOptions
        {
            Recipe = Recipe, Size = Size, Difficulty = new() { Ambiguity = 0, Overlap = 0, Wander = 0, Camera = 0 },
        };
        for (var number = 0; number < 40; number++)
        {
            var rgb = new byte[Size * Size * 3];
            SyntheticSkin.Draw(options, label, number, rgb);
            yield return rgb;
        }
    }

    static double Edges(string name) => Draw(name).Average(rgb =>
        Enumerable.Range(0, rgb.Length - 3).Where(i => i / 3 % Size < Size - 1).Average(i => Math.Abs(rgb[i + 3] - rgb[i])));

    static (double Brightness, double Red) Middle(string name)
    {
        var pixels = Draw(name).SelectMany(rgb =>
            from row in Enumerable.Range(Size * 3 / 8, Size / 4)
            from column in Enumerable.Range(Size * 3 / 8, Size / 4)
            select rgb.AsSpan((row * Size + column) * 3, 3).ToArray()).ToList();
        return (pixels.Average(pixel => pixel.Average(value => (double)value)), pixels.Average(pixel => pixel[0]));
    }
}
