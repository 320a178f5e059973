namespace Derma.Training.Tests;

public sealed class ImageFolderTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    PhotoSet Open(params string[] files)
    {
        foreach (var file in files) folder.Write(file, PhotoBytes.Named(file));
        return ImageFolder.Open("mine", folder.Path);
    }

    string Complaint(params string[] files) => Assert.Throws<UserError>(() => Open(files)).Message;

    [Fact]
    public void Names_with_spaces_dots_brackets_and_capitals_are_photos()
    {
        var set = Open("Train/Warts and all/acne-face-1-28__X (1).jpeg", "Train/Warts and all/F1.large.JPG", "Train/Acne/[a].width-320.Png",
            "Test/Acne/1.jpg", "Test/Warts and all/1.jpg");
        Assert.Equal(["Acne", "Warts and all"], set.Classes);
        Assert.Equal([1, 2], set.CountPerClass(Subset.Train));
    }

    [Fact]
    public void Hidden_files_archive_litter_and_texts_are_no_photos_and_are_listed()
    {
        folder.Write("train/A/notes.txt", "some notes"u8.ToArray());
        var set = Open("train/A/1.jpg", "train/A/._1.jpg", "train/.DS/1.jpg", "train/__MACOSX/1.jpg", "train/B/1.jpg", "test/A/1.jpg", "test/B/1.jpg");
        Assert.Equal([1, 1], set.CountPerClass(Subset.Train));
        Assert.Equal(["train/.DS/1.jpg: is hidden", "train/A/._1.jpg: is hidden", "train/A/notes.txt: is neither a JPEG nor a PNG",
            "train/__MACOSX/1.jpg: was put there by a system or an archiver"],
            set.Skipped.Select(file => $"{file.NameIn(folder.Path)}: {file.Reason}"));
    }

    [Fact]
    public void Classes_are_in_ordinal_order_whatever_the_file_system_says() =>
        Assert.Equal(["B", "Z", "a"], Open([.. from part in new[] { "train", "test" } from name in "aZB" select $"{part}/{name}/1.jpg"]).Classes);

    [Fact]
    public void A_lone_test_part_is_the_validation_part()
    {
        var set = Open("train/A/1.jpg", "train/B/1.jpg", "test/A/1.jpg", "test/B/1.jpg");
        Assert.Equal((2, 0), (set.Of(Subset.Validation).Count, set.Of(Subset.Test).Count));
    }

    [Fact]
    public void Three_parts_stay_three_parts()
    {
        var set = Open("train/A/1.jpg", "train/B/1.jpg", "valid/A/1.jpg", "valid/B/1.jpg", "valid/B/2.jpg", "test/A/1.jpg", "test/B/1.jpg");
        Assert.Equal((3, 2), (set.Of(Subset.Validation).Count, set.Of(Subset.Test).Count));
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Assert.Contains("/no/such/place", Assert.Throws<UserError>(() => ImageFolder.Open("mine", "/no/such/place")).Message);

    [Fact]
    public void An_empty_class_is_named()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "train", "Lupus"));
        var set = Open("train/A/1.jpg", "test/A/1.jpg", "test/Lupus/1.jpg");
        Assert.Contains("Lupus has no readable training photo", Assert.Throws<UserError>(() => set.RequirePhotos("here")).Message);
    }

    [Fact]
    public void One_class_is_too_few() => Assert.Contains("only one class", Complaint("train/A/1.jpg", "test/A/1.jpg"));

    [Fact]
    public void A_test_class_that_training_lacks_is_named() =>
        Assert.Contains("'Extra'", Complaint("train/A/1.jpg", "train/B/1.jpg", "test/A/1.jpg", "test/B/1.jpg", "test/Extra/1.jpg"));

    [Fact]
    public void A_training_class_that_the_test_lacks_is_named() =>
        Assert.Contains("'B'", Complaint("train/A/1.jpg", "train/B/1.jpg", "test/A/1.jpg"));

    [Fact]
    public void Training_photos_alone_are_not_enough() => Assert.Contains("'test'", Complaint("train/A/1.jpg", "train/B/1.jpg"));
}
