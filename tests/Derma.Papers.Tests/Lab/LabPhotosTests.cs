namespace Derma.Papers.Tests;

public sealed class LabPhotosTests : IDisposable
{
    static readonly Scale Small = Scales.Smoke with
    {
        SmartDerma = new() { ImageSize = 32, Drawings = (130, 65), Grid = Grid.Paper }, MaxPhotos = 60,
    };

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    LabOptions Options(string data = LabOptions.BuiltIn) => new() { Root = folder.Path, Scale = Small, Data = data };

    [Fact]
    public void The_13_classes_lie_in_a_folder_of_their_own()
    {
        var photos = LabPhotos.OpenThreeParts(Options());
        Assert.Equal((13, 195), (photos.Classes.Count, photos.Photos.Count));
        Assert.StartsWith(Path.Combine(folder.Path, "data", "synthetic-13", "32px-130-65"), photos.Photos[0].Path);
    }

    [Fact]
    public void Every_part_of_a_named_set_is_thinned()
    {
        foreach (var part in new[] { "train", "val", "test" })
            foreach (var file in Enumerable.Range(0, 100)) WritePhoto($"{part}/{"AB"[file % 2]}/{file}.jpg");
        var photos = LabPhotos.OpenThreeParts(Options($"mine={folder.Path}"));
        Assert.Equal([60, 30, 30], Enum.GetValues<Subset>().Select(part => photos.Of(part).Count));
        Assert.Equal((300, 180), (photos.Found, photos.SetAside.Count));
    }

    [Fact]
    public void The_division_is_the_same_whatever_the_runs_seed()
    {
        var parts = new[] { 1, 2 }.Select(seed => LabPhotos.OpenThreeParts(Options() with { Seed = seed }).Of(Subset.Validation));
        Assert.Equal(parts.First(), parts.Last());
    }

    [Fact] // 57,600 images, 70 to 80 / 10 to 15 / 10 to 15 % (4.1.5), 224 x 224 (4.1.4)
    public void The_paper_scale_has_the_papers_counts()
    {
        var paper = Scales.Paper.SmartDerma;
        Assert.Equal((224, 57_600), (paper.ImageSize, paper.Drawings.Train + paper.Drawings.Test));
        Assert.Equal(8_640, paper.Drawings.Test);
    }

    [Fact]
    public void Photos_that_name_no_lesion_twice_give_way_to_drawings_of_three_photos_a_lesion()
    {
        var photos = Lab.Open("51-leaks", Options() with { RunFolder = folder.File("run"), Scale = Small with { ImageSize = 32 } }).WithLesions();
        Assert.True(photos.Synthetic);
        Assert.Equal(3, photos.Photos.CountBy(photo => photo.Group).Max(lesion => lesion.Value));
    }

    [Fact]
    public void Photos_that_name_lesions_with_several_photos_stay()
    {
        File.WriteAllText(folder.File("table.csv"), "image_id,dx,lesion_id\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{"ab"[i % 2]},{i % 20}\n")));
        foreach (var file in Enumerable.Range(0, 40)) WritePhoto($"{file}.jpg");
        var lab = Lab.Open("51-leaks", Options($"mine={folder.Path}") with { RunFolder = folder.File("run") });
        Assert.Same(lab.Photos, lab.WithLesions());
    }

    void WritePhoto(string name) => folder.Write(name, PhotoBytes.Named(name));
}
