namespace Derma.Training.Tests;

public sealed class Ham10000Tests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Twenty lesions of each of two classes, the n-th shown by 1 + n % 3 photos, in two folders, with an unnamed index column.
    string Write(bool withSecondFolder = true)
    {
        var rows = Enumerable.Range(0, 40).SelectMany(n => Enumerable.Range(0, 1 + n % 3).Select(k => (Lesion: n, Image: n * 10 + k))).ToArray();
        foreach (var (lesion, image) in rows)
            if (withSecondFolder || lesion % 2 == 0)
                folder.Write($"HAM10000_images_part_{1 + lesion % 2}/ISIC_{image}.jpg", [0xFF, 0xD8, 0xFF, (byte)(image % 200)]);
        var lines = rows.Select((row, i) =>
            $"{i},HAM_{row.Lesion},ISIC_{row.Image},{(row.Lesion < 20 ? "nv" : "mel")},histo,{(i % 5 == 0 ? "" : "80.0")},male,back");
        File.WriteAllText(Path.Combine(folder.Path, "HAM10000_metadata.csv"),
            ",lesion_id,image_id,dx,dx_type,age,sex,localization\r\n" + string.Join("\r\n", lines) + "\r\n");
        return folder.Path;
    }

    [Fact]
    public void No_lesion_is_in_two_parts()
    {
        var set = TableSet.Open("ham10000", Write(), new SplitOptions { TestFraction = 0.2 });
        Assert.All(set.Photos.GroupBy(photo => photo.Group), lesion => Assert.Single(lesion.Select(photo => photo.Subset).Distinct()));
    }

    [Fact]
    public void Each_class_gives_its_share_of_photos()
    {
        // 39 and 40 photos; whole lesions of 1 to 3 photos come within one photo of a fifth.
        var set = TableSet.Open("ham10000", Write(), new SplitOptions { TestFraction = 0.2 });
        Assert.Equal(["mel", "nv"], set.Classes);
        Assert.All(set.CountPerClass(Subset.Test).Concat(set.CountPerClass(Subset.Validation)), n => Assert.InRange(n, 7, 9));
    }

    [Fact]
    public void The_seed_decides_the_split()
    {
        var root = Write();
        Assert.Equal(TableSet.Open("ham10000", root).Photos, TableSet.Open("ham10000", root).Photos);
        Assert.NotEqual(TableSet.Open("ham10000", root).Photos, TableSet.Open("ham10000", root, new SplitOptions { Seed = 1 }).Photos);
    }

    [Fact]
    public void A_split_by_photo_shows_the_leak()
    {
        var set = TableSet.Open("ham10000", Write(), new SplitOptions { GroupByLesion = false });
        Assert.Contains(set.Photos.GroupBy(photo => photo.Group), lesion => lesion.Select(photo => photo.Subset).Distinct().Count() > 1);
    }

    [Fact]
    public void Ages_are_numbers_or_unknown()
    {
        var ages = PhotoTable.Read(Path.Combine(Write(), "HAM10000_metadata.csv")).Select(record => record.Age).Take(2);
        Assert.Equal([null, 80.0], ages);
    }

    [Fact]
    public void A_missing_image_folder_is_noticed() =>
        Assert.Contains("part_2", Assert.Throws<UserError>(() => TableSet.Open("ham10000", Write(withSecondFolder: false))).Message);

    [Fact]
    public void A_broken_row_is_refused()
    {
        folder.Write("HAM10000_metadata.csv", "lesion_id,image_id,dx\nHAM_1,ISIC_1,nv\nHAM_2\n"u8.ToArray());
        Assert.Contains("cannot be read", Assert.Throws<UserError>(() => TableSet.Open("ham10000", folder.Path)).Message);
    }
}
