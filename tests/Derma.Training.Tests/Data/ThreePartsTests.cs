namespace Derma.Training.Tests;

public sealed class ThreePartsTests : IDisposable
{
    static readonly Subset[] Parts = Enum.GetValues<Subset>();
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // 200, 60 and 2 training photos in lesions of two, and ten held out.
    static readonly PhotoSet Set = new("t", "t", true, ["a", "b", "c"],
    [
        .. new[] { 200, 60, 2 }.SelectMany((n, label) =>
            Enumerable.Range(0, n).Select(i => new Photo($"{label}/{i}", label, $"{label}-{i / 2}", Subset.Train))),
        .. Enumerable.Range(0, 10).Select(i => new Photo($"v/{i}", i % 3, $"v{i}", Subset.Validation)),
    ]);

    PhotoSet WriteFolders(string extra, params string[] files)
    {
        foreach (var file in files) folder.Write(file, PhotoBytes.Named(file));
        if (extra.Length > 0) folder.Write("HAM10000_metadata.csv", System.Text.Encoding.UTF8.GetBytes("lesion_id,image_id,dx\n" + extra));
        return DataSources.Open($"mine={folder.Path}");
    }

    static string[] Files(string part, string name, int count) => [.. Enumerable.Range(1, count).Select(i => $"{part}/{name}/{part}{name}{i}.jpg")];

    [Fact]
    public void The_held_out_part_is_the_test_part_untouched() =>
        Assert.Equal(Set.Of(Subset.Validation).Select(p => p.Path), Set.InThreeParts().Of(Subset.Test).Select(p => p.Path));

    [Fact] // 15 / (70 + 15) of 260 photos is 45.9: 46, which is 35.4 and 10.6 by class, so 35 and 11; pairs come within one photo.
    public void Validation_takes_its_share_of_each_class_by_largest_remainders() =>
        Assert.Equal([34, 10, 0], Set.InThreeParts().CountPerClass(Subset.Validation));

    [Fact]
    public void A_class_of_two_photos_stays_in_training() => Assert.Equal(2, Set.InThreeParts().CountPerClass(Subset.Train)[2]);

    [Fact]
    public void Shares_can_be_chosen() // 0.1 / 0.9 of 260 is 28.9: 29, which is 22.3 and 6.7, so 22 and 7.
    {
        var counts = Set.InThreeParts(new SplitOptions { ValidationFraction = 0.1, TestFraction = 0.1 }).CountPerClass(Subset.Validation);
        Assert.Equal([22, 6, 0], counts);
    }

    [Fact]
    public void No_photo_and_no_lesion_is_in_two_parts()
    {
        var divided = Set.InThreeParts();
        Assert.Equal(Set.Photos.Count, divided.Photos.Select(photo => photo.Path).Distinct().Count());
        Assert.All(divided.Photos.GroupBy(photo => photo.Group), lesion => Assert.Single(lesion.Select(photo => photo.Subset).Distinct()));
    }

    [Fact]
    public void The_seed_decides_the_validation_part_alone()
    {
        var (one, two) = (SplitOptions.ThreeParts with { Seed = 1 }, SplitOptions.ThreeParts with { Seed = 2 });
        Assert.Equal(Set.InThreeParts(one).Photos, Set.InThreeParts(one).Photos);
        Assert.NotEqual(Set.InThreeParts(one).Of(Subset.Validation), Set.InThreeParts(two).Of(Subset.Validation));
        Assert.Equal(Set.InThreeParts(one).Of(Subset.Test), Set.InThreeParts(two).Of(Subset.Test));
    }

    [Fact]
    public void Dividing_again_changes_nothing() => Assert.Equal(Set.InThreeParts().Photos, Set.InThreeParts().InThreeParts().Photos);

    [Fact]
    public void Three_folders_stay_three_parts()
    {
        var set = WriteFolders("", [.. Files("train", "A", 9), .. Files("train", "B", 9), .. Files("val", "A", 2), .. Files("val", "B", 2),
            .. Files("test", "A", 3), .. Files("test", "B", 3)]).InThreeParts();
        Assert.Equal([18, 4, 6], Parts.Select(part => set.Of(part).Count));
    }

    [Fact]
    public void A_table_beside_the_folders_keeps_lesions_whole()
    {
        var rows = string.Concat(Enumerable.Range(1, 20).Select(i => $"HAM_{i / 4},trainA{i},a\n"));
        var set = WriteFolders(rows, [.. Files("train", "A", 20), .. Files("train", "B", 20), .. Files("test", "A", 3), .. Files("test", "B", 3)]).InThreeParts();
        var lesions = set.Photos.Where(photo => photo.Group.StartsWith("HAM_", StringComparison.Ordinal)).GroupBy(photo => photo.Group).ToList();
        Assert.Equal(6, lesions.Count);
        Assert.All(lesions, lesion => Assert.Single(lesion.Select(photo => photo.Subset).Distinct()));
    }

    [Fact]
    public void A_lesion_of_the_test_part_is_left_out_of_training()
    {
        var set = WriteFolders("HAM_1,trainA1,a\nHAM_1,testA1,a\n",
            [.. Files("train", "A", 9), .. Files("train", "B", 9), .. Files("test", "A", 3), .. Files("test", "B", 3)]).InThreeParts();
        Assert.Equal(23, set.Photos.Count);
        Assert.Equal((25, 1, 1), (set.Found, set.Skipped.Count, set.SetAside.Count));
        Assert.Contains("lesion of the test part", set.SetAside[0].Reason);
        Assert.Equal(Subset.Test, Assert.Single(set.Photos, photo => photo.Group == "HAM_1").Subset);
    }

    [Fact]
    public void Copies_with_the_same_bytes_stay_together_and_out_of_training_where_one_is_tested()
    {
        foreach (var file in new[] { "train/A/copy1.jpg", "train/A/copy2.jpg", "train/B/copy3.jpg" }) folder.Write(file, PhotoBytes.Named("copy"));
        foreach (var file in new[] { "train/A/leak.jpg", "test/A/leak.jpg" }) folder.Write(file, PhotoBytes.Named("leak"));
        var set = WriteFolders("", [.. Files("train", "A", 9), .. Files("train", "B", 9), .. Files("test", "A", 3), .. Files("test", "B", 3)]).InThreeParts();
        Assert.Single(set.Photos.Where(photo => photo.Path.Contains("copy")).Select(photo => (photo.Group, photo.Subset)).Distinct());
        Assert.Equal(Subset.Test, Assert.Single(set.Photos, photo => photo.Path.Contains("leak")).Subset);
    }

    [SkippableFact]
    public void The_real_folders_keep_their_733_test_photos_and_divide_no_lesion()
    {
        var root = RealPhotos.Folder(RealPhotos.Folders);
        var set = DataSources.Open($"ham10000-7={root}", SplitOptions.ThreeParts).InThreeParts();
        Assert.Equal([37, 53, 117, 12, 98, 400, 16], set.CountPerClass(Subset.Test));
        // 15/85 of 2,928 is 516.7: 517; by class 25.8, 37.3, 82.3, 8.5, 69.4, 282.5, 11.3, of which the largest remainders are rounded up.
        Assert.Equal([26, 37, 82, 9, 69, 283, 11], set.CountPerClass(Subset.Validation));
        Assert.All(set.Photos, photo => Assert.StartsWith("HAM_", photo.Group));
        Assert.Equal(3_661, set.Photos.Select(photo => photo.Group).Distinct().Count());
    }

    [SkippableFact]
    public void The_real_table_divides_70_15_15_by_lesion()
    {
        var root = RealPhotos.Folder(RealPhotos.Kaggle);
        var set = DataSources.Open($"ham10000={root}", SplitOptions.ThreeParts).InThreeParts();
        Assert.Equal(10_015, set.Photos.Count);
        Assert.All(new[] { Subset.Validation, Subset.Test }, part => Assert.InRange(set.Of(part).Count, 1_495, 1_502));
        Assert.All(set.Photos.GroupBy(photo => photo.Group), lesion => Assert.Single(lesion.Select(photo => photo.Subset).Distinct()));
    }
}
