namespace Derma.Papers.Tests;

public class SliceTests
{
    /// <summary>Five photos of two classes; the fifth has no row, the fourth no age.</summary>
    static readonly PhotoSet Set = new("some", "some", Synthetic: false, ["a", "b"],
        [.. "vwxyz".Select(name => new Photo($"{name}", 0, $"{name}", Subset.Test))])
    {
        Rows = new Dictionary<string, TableRow>
        {
            ["v"] = Row("female", 19.5), ["w"] = Row("female", 20), ["x"] = Row("male", 39), ["y"] = Row("male", null),
        },
    };

    /// <summary>Right about v, x and z.</summary>
    static readonly Predictions Answers = new([1, 0, 0, 1, 1, 0, 0, 1, 1, 0], [0, 0, 0, 0, 0], ["v", "w", "x", "y", "z"], ["a", "b"]);

    static TableRow Row(string sex, double? age) => new("table.csv", null, "a") { Sex = sex, Age = age };

    [Fact]
    public void Photos_are_cut_by_what_their_table_knows_and_by_nothing_else() =>
        Assert.Equal(["sex", "age"], PhotoAttribute.All(Set).Select(attribute => attribute.Name));

    [Fact]
    public void Every_value_is_a_slice_with_its_right_answers_and_so_is_what_nobody_knows() => Assert.Equal(
        [
            new Slice("sex", "female", 2, 1), new Slice("sex", "male", 2, 1), new Slice("sex", "not known", 1, 1),
            new Slice("age", "0 to 19", 1, 1), new Slice("age", "20 to 39", 2, 1), new Slice("age", "not known", 2, 1),
        ],
        Slice.Of(Answers, PhotoAttribute.All(Set)));

    [Fact]
    public void A_set_without_a_table_has_no_slices() => Assert.Empty(PhotoAttribute.All(Set with { Rows = new Dictionary<string, TableRow>() }));

    [Fact] // Wilson's interval of 0 of 20, as published by Newcombe.
    public void A_slice_has_Wilsons_interval() => Assert.Equal(0.1611, new Slice("sex", "male", 20, 0).Interval.High, 4);

    [SkippableFact]
    public void The_test_photos_of_HAM10000_are_cut_by_sex_age_and_place()
    {
        using var folder = new TemporaryFolder();
        var options = new LabOptions { Root = folder.Path, Data = $"ham10000-7={RealPhotos.Folder(RealPhotos.Folders)}", Scale = Scales.Quick };
        var photos = LabPhotos.OpenThreeParts(options);
        var attributes = PhotoAttribute.All(photos);
        Assert.Equal(["sex", "age", "place"], attributes.Select(attribute => attribute.Name));
        var sexes = photos.Of(Subset.Test).CountBy(photo => attributes[0].Of(photo.Path)).ToDictionary();
        Assert.Equal((311, 416, 6), (sexes["female"], sexes["male"], sexes[PhotoAttribute.Unknown])); // counted in the table with Python
    }
}
