namespace Derma.Papers.Tests;

public class DatasetClaimsTests
{
    static PhotoSet Set(int train, int test) => new("some", "Some", false, ["Acne", "Warts"],
    [
        .. Enumerable.Range(0, train).Select(i => new Photo($"a{i}", i % 2, $"a{i}", Subset.Train)),
        .. Enumerable.Range(0, test).Select(i => new Photo($"b{i}", i % 2, $"b{i}", Subset.Validation)),
    ]);

    static Dictionary<string, ClaimCheck> Check(ClaimContext context, PhotoSet photos, int side = 256) =>
        DatasetClaims.Check(Runs.Book(context, "01-dataset"), photos, unreadable: 0, side).ToDictionary(check => check.Claim.Id);

    [Fact]
    public void On_drawings_the_runs_own_counts_stand_beside_the_printed_ones_and_say_nothing_of_them()
    {
        var checks = Check(Runs.Drawings, Set(700, 450));
        Assert.Equal((1_150, 700, 450, 2), (Number("images"), Number("train"), Number("test"), Number("classes")));
        Assert.All(checks.Values, check => Assert.Equal(Verdict.NeedsOriginalData, check.Verdict));
        double? Number(string id) => checks["cnn.data." + id].Measured!.Number;
    }

    [Fact]
    public void On_the_original_set_the_files_count()
    {
        var checks = Check(Runs.Original, Set(10, 4));
        Assert.Equal((10, 2), (checks["cnn.data.train"].Measured!.Number, checks["cnn.data.class-names"].Measured!.Number));
        Assert.Equal(Verdict.CountedOtherwise, checks["cnn.data.train"].Verdict);
        Assert.Equal(Verdict.Counted, checks["cnn.data.image-size"].Verdict);
        Assert.Equal(Verdict.Counted, Check(Runs.OriginalInSmall, Set(13_898, 1_546))["cnn.data.test"].Verdict);
    }

    [Fact]
    public void A_sample_of_the_original_set_is_not_counted()
    {
        var checks = DatasetClaims.Check(Runs.Book(Runs.OriginalInSmall, "01-dataset"), Set(10, 4), unreadable: 0, isSample: true)
            .ToDictionary(check => check.Claim.Id);
        Assert.Equal((Verdict.NeedsOriginalData, (ClaimValue?)null), (checks["cnn.data.train"].Verdict, checks["cnn.data.train"].Measured));
    }

    [Fact]
    public void The_catalogue_names_the_classes_as_the_report_does()
    {
        const string printed = "Acne, Actinic Keratosis, Benign Tumors, Bullous, Candidiasis, Drug Eruption, Eczema, Infestations/Bites, Lichen, "
            + "Lupus, Moles, Psoriasis, Rosacea, Seborrheic Keratoses, Skin Cancer, Sun/Sunlight Damage, Tinea, Unknown/Normal, Vascular Tumors, "
            + "Vasculitis, Vitiligo, Warts";
        Assert.Equal(printed, string.Join(", ", Catalog.Default["skindisease"].Classes.Select(item => item.Title)));
    }
}
