namespace Derma.Training.Tests;

public sealed class CatalogCheckTests : IDisposable
{
    static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F'];

    static readonly CatalogEntry TwoClasses = new()
    {
        Id = "two", Title = "Two classes", Layout = DataLayout.ClassFolders, Licence = "none", Obtain = "drawn here",
        Classes = [new() { Folder = "acne", Title = "Acne", Train = 2, Test = 1 }, new() { Folder = "warts", Title = "Warts", Train = 1, Test = 1 }],
    };

    readonly string _root = Directory.CreateTempSubdirectory("catalog").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    void Write(string relative, params byte[] content)
    {
        var path = Path.Combine(_root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    void WriteTwoClasses()
    {
        Write("train/acne/1.jpg", [.. Jpeg, 1]);
        Write("train/acne/2.jpg", [.. Jpeg, 2]);
        Write("test/acne/3.jpg", [.. Jpeg, 3]);
        Write("train/warts/4.jpg", [.. Jpeg, 4]);
        Write("test/warts/5.jpg", [.. Jpeg, 5]);
    }

    [Fact]
    public void A_folder_as_catalogued_matches()
    {
        WriteTwoClasses();
        var report = CatalogCheck.Run(TwoClasses, _root);
        Assert.True(report.Matches);
        Assert.EndsWith("as catalogued", report.ToString());
    }

    [Fact]
    public void A_missing_photo_is_counted_in_its_class_and_part()
    {
        WriteTwoClasses();
        File.Delete(Path.Combine(_root, "train/acne/2.jpg"));
        var report = CatalogCheck.Run(TwoClasses, _root);
        Assert.Equal(new ClassCount("acne", "train", 2, 1), Assert.Single(report.Counts, count => count.Differs));
        Assert.False(report.Matches);
    }

    [Fact]
    public void Classes_that_are_missing_or_too_many_are_named()
    {
        WriteTwoClasses();
        Directory.Move(Path.Combine(_root, "train/warts"), Path.Combine(_root, "train/moles"));
        Directory.Move(Path.Combine(_root, "test/warts"), Path.Combine(_root, "test/moles"));
        var report = CatalogCheck.Run(TwoClasses, _root);
        Assert.Equal("warts", Assert.Single(report.Missing));
        Assert.Equal("moles", Assert.Single(report.Extra));
        Assert.Contains("missing class: warts", report.ToString());
    }

    [Fact]
    public void Files_that_are_no_photos_are_named()
    {
        WriteTwoClasses();
        Write("train/acne/1.jpg");
        Write("train/warts/4.jpg", "<html>"u8.ToArray());
        var unreadable = CatalogCheck.Run(TwoClasses, _root).Unreadable;
        Assert.Equal([("1.jpg", "is empty"), ("4.jpg", "is neither a JPEG nor a PNG")], unreadable.Select(file => (Path.GetFileName(file.Path), file.Reason)));
    }

    [Fact]
    public void A_png_named_jpg_is_a_photo()
    {
        WriteTwoClasses();
        Write("train/acne/1.jpg", 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10);
        Assert.Empty(CatalogCheck.Run(TwoClasses, _root).Unreadable);
    }

    [Fact]
    public void Copies_are_listed_and_change_no_verdict()
    {
        WriteTwoClasses();
        Write("test/acne/3.jpg", [.. Jpeg, 1]);
        var report = CatalogCheck.Run(TwoClasses, _root);
        Assert.Equal(["1.jpg", "3.jpg"], Assert.Single(report.Duplicates).Select(photo => Path.GetFileName(photo.Path)).Order());
        Assert.True(report.Matches);
    }

    [Fact]
    public void A_missing_folder_is_refused_in_one_sentence() =>
        Assert.Contains("no folder", Assert.Throws<UserError>(() => CatalogCheck.Run(TwoClasses, Path.Combine(_root, "nowhere"))).Message);

    [Fact]
    public void The_built_in_drawings_cannot_be_checked() =>
        Assert.Throws<UserError>(() => CatalogCheck.Run(Catalog.Default["synthetic"], _root));

    [Fact]
    public void A_set_that_was_never_published_cannot_be_checked() =>
        Assert.Contains("never published", Assert.Throws<UserError>(() => CatalogCheck.Run(Catalog.Default["smart-derma"], _root)).Message);

    [SkippableTheory]
    [InlineData("ham10000-7", RealPhotos.Folders, 0)]
    [InlineData("ham10000", RealPhotos.Kaggle, 2)]
    public void Real_photos_are_as_catalogued(string id, string folder, int duplicates)
    {
        var path = RealPhotos.Folder(folder);
        var report = CatalogCheck.Run(Catalog.Default[id], path);
        Assert.True(report.Matches, report.ToString());
        Assert.Equal(duplicates, report.Duplicates.Length);
    }
}
