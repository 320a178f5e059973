namespace Derma.Training.Tests;

/// <summary>Figures of the two real sets, as published or counted by others; both folders are optional.</summary>
public class RealPhotosTests
{
    static PhotoSet Open(string name) => DataSources.Open($"ham10000={RealPhotos.Folder(name)}");

    [SkippableFact]
    public void Ham10000_has_10_015_photos_of_7_470_lesions_in_7_classes()
    {
        var set = Open(RealPhotos.Kaggle);
        Assert.Equal((10_015, 7_470), (set.Photos.Count, set.Photos.Select(photo => photo.Group).Distinct().Count()));
        Assert.Equal(["akiec", "bcc", "bkl", "df", "mel", "nv", "vasc"], set.Classes);
        int[] published = [327, 514, 1099, 115, 1113, 6705, 142];
        Assert.Equal(published, set.CountPerClass(Subset.Train).Zip(set.CountPerClass(Subset.Validation), (a, b) => a + b));
    }

    [SkippableFact]
    public void A_fifth_of_each_class_is_held_out_and_no_lesion_is_divided()
    {
        var set = Open(RealPhotos.Kaggle);
        Assert.Empty(set.Of(Subset.Train).Select(p => p.Group).Intersect(set.Of(Subset.Validation).Select(p => p.Group)));
        double[] fifths = [65.4, 102.8, 219.8, 23, 222.6, 1341, 28.4];
        Assert.All(fifths.Zip(set.CountPerClass(Subset.Validation)), pair => Assert.InRange(pair.Second - pair.First, -1, 1));
    }

    [SkippableFact]
    public void Ham10000_has_two_pairs_of_identical_files()
    {
        var pairs = Duplicates.ByContent(Open(RealPhotos.Kaggle))
            .Select(group => string.Join(" ", group.Select(photo => Path.GetFileNameWithoutExtension(photo.Path)).Order()));
        Assert.Equal(["ISIC_0024366 ISIC_0029861", "ISIC_0024777 ISIC_0029938"], pairs);
    }

    [SkippableFact]
    public void The_folder_version_has_2_928_and_733_photos()
    {
        var set = Open(RealPhotos.Folders);
        Assert.Equal([146, 211, 466, 48, 393, 1600, 64], set.CountPerClass(Subset.Train));
        Assert.Equal([37, 53, 117, 12, 98, 400, 16], set.CountPerClass(Subset.Validation));
    }

    [SkippableFact]
    public void Every_photo_of_the_folder_versions_test_part_decodes()
    {
        var cache = PixelCache.Load(Open(RealPhotos.Folders).Of(Subset.Validation), 32, threads: 2);
        Assert.Equal((733, 0), (cache.Count, cache.Skipped.Count));
    }

    [SkippableFact]
    public void Real_dermoscopic_photos_are_read_to_the_end_and_tell_no_position()
    {
        var photos = DataSources.Open($"ham10000-7={RealPhotos.Folder(RealPhotos.Folders)}").Photos;
        var summary = MetadataSummary.Of(photos.Select(photo => photo.Path));
        Assert.Equal((3_661, 0, 0), (summary.Photos.Count, summary.Unreadable, summary.With(PersonalData.Position)));
    }
}
