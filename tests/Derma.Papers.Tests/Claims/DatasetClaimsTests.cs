namespace Derma.Papers.Tests;

public class DatasetClaimsTests
{
    static PhotoSet Set(int train, int test) => new("some", "Some", false, ["Acne", "Warts"],
    [
        .. Enumerable.Range(0, train).Select(i => new Photo($"a{i}", i % 2, $"a{i}", Subset.Train)),
        .. Enumerable.Range(0, test).Select(i => new Photo($"b{i}", i % 2, $"b{i}", Subset.Validation)),
    ]);

    static Dictionary<string, ClaimCheck> Check(ClaimContext context, PhotoSet photos) =>
        DatasetClaims.Check(Runs.Book(context, "01-dataset"), photos, unreadable: 0, commonSide: 256).ToDictionary(check => check.Claim.Id);

    [Fact]
    public void The_catalogues_counts_reproduce_the_printed_split_on_every_run()
    {
        var checks = Check(Runs.Drawings, Set(700, 450));
        foreach (var id in (string[])["images", "train", "test", "classes", "class-names"])
            Assert.Equal(Verdict.Reproduced, checks["cnn.data." + id].Verdict);
        Assert.Equal(13_898, checks["cnn.data.train"].Measured!.Number);
        Assert.Equal(Verdict.NeedsOriginalData, checks["cnn.data.image-size"].Verdict);
    }

    [Fact]
    public void On_the_whole_original_set_the_files_count()
    {
        var checks = Check(Runs.Original, Set(10, 4));
        Assert.Equal(10, checks["cnn.data.train"].Measured!.Number);
        Assert.Equal(Verdict.NotReproduced, checks["cnn.data.train"].Verdict);
        Assert.Equal(2, checks["cnn.data.class-names"].Measured!.Number);
        Assert.Equal(Verdict.Reproduced, checks["cnn.data.image-size"].Verdict);
    }

    [Fact]
    public void A_sample_of_the_original_set_is_not_counted() =>
        Assert.Equal(Verdict.Reproduced, Check(Runs.OriginalInSmall, Set(10, 4))["cnn.data.train"].Verdict);

    [Fact]
    public void The_catalogue_names_the_classes_as_the_report_does()
    {
        const string printed = "Acne, Actinic Keratosis, Benign Tumors, Bullous, Candidiasis, Drug Eruption, Eczema, Infestations/Bites, Lichen, "
            + "Lupus, Moles, Psoriasis, Rosacea, Seborrheic Keratoses, Skin Cancer, Sun/Sunlight Damage, Tinea, Unknown/Normal, Vascular Tumors, "
            + "Vasculitis, Vitiligo, Warts";
        Assert.Equal(printed, string.Join(", ", Catalog.Default["skindisease"].Classes.Select(item => item.Title)));
    }
}
