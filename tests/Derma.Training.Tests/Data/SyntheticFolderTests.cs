namespace Derma.Training.Tests;

public sealed class SyntheticFolderTests : IDisposable
{
    static readonly SyntheticOptions Options = new() { Size = 32, TrainPhotos = 66, TestPhotos = 60 };
    readonly TemporaryFolder temporary = new();

    string Folder => Path.Combine(temporary.Path, "drawings");

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void The_folder_opens_as_a_photo_set_that_says_it_is_drawn()
    {
        var set = DrawnPhotos.Open(Options, Folder);
        Assert.True(set.Synthetic);
        Assert.Equal(22, set.Classes.Count);
        Assert.Equal((66, 60), (set.Of(Subset.Train).Count, set.Of(Subset.Validation).Count));
    }

    [Fact]
    public void Every_drawing_has_a_row_with_its_tone_which_darker_pixels_bear_out()
    {
        var set = DrawnPhotos.Open(Options with { TestPhotos = 400, Difficulty = new() { Camera = 0 } }, Folder);
        Assert.Equal(set.Photos.Select(photo => photo.Path), set.Rows.Keys);
        var held = PixelCache.Load(set.Of(Subset.Validation), size: 32, threads: 2);
        var brightness = Enumerable.Range(0, held.Count).GroupBy(i => set.Rows[held.Photo(i).Path].SkinType).OrderBy(tone => tone.Key)
            .ToDictionary(tone => tone.Key!, tone => tone.Average(i => held.Pixels(i).ToArray().Average(level => level)));
        Assert.Equal(["tone 1", "tone 2", "tone 3", "tone 4", "tone 5", "tone 6"], brightness.Keys);
        Assert.Equal(brightness.Values.OrderDescending(), brightness.Values);
    }

    [Fact]
    public void Files_do_not_depend_on_the_number_of_threads()
    {
        DrawnPhotos.Open(Options with { Threads = 1 }, Folder);
        DrawnPhotos.Open(Options with { Threads = 4 }, Folder + "-4");
        Assert.Equal(Contents(Folder), Contents(Folder + "-4"));
    }

    [Fact]
    public void A_finished_folder_is_left_alone()
    {
        var photo = DrawnPhotos.Open(Options, Folder).Photos[0].Path;
        var written = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(photo, written);
        DrawnPhotos.Open(Options, Folder);
        Assert.Equal(written, File.GetLastWriteTimeUtc(photo));
    }

    [Fact]
    public void An_interrupted_folder_is_finished()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => DrawnPhotos.Open(Options, Folder, new CancellationToken(canceled: true)));
        DrawnPhotos.Open(Options, Folder);
        DrawnPhotos.Open(Options, Folder + "-whole");
        Assert.Equal(Contents(Folder + "-whole"), Contents(Folder));
    }

    [Fact]
    public void Other_options_draw_the_folder_anew()
    {
        DrawnPhotos.Open(Options, Folder);
        var fewer = DrawnPhotos.Open(Options with { TrainPhotos = 60, Seed = 2 }, Folder);
        DrawnPhotos.Open(Options with { TrainPhotos = 60, Seed = 2 }, Folder + "-whole");
        Assert.Equal(60, fewer.Of(Subset.Train).Count);
        Assert.Equal(Contents(Folder + "-whole"), Contents(Folder));
    }

    [Fact]
    public void Nothing_is_written_where_a_class_would_be_empty()
    {
        Assert.Throws<UserError>(() => DrawnPhotos.Open(Options with { TestPhotos = 20 }, Folder));
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void A_folder_with_somebody_elses_files_is_refused_and_kept()
    {
        var file = Path.Combine(Directory.CreateDirectory(Folder).FullName, "letter.txt");
        File.WriteAllText(file, "mine");
        Assert.Contains(Folder, Assert.Throws<UserError>(() => DrawnPhotos.Open(Options, Folder)).Message);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public async Task Several_jobs_that_want_the_same_drawings_at_once_all_get_them()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DrawnPhotos.Open(Options, Folder))));
        DrawnPhotos.Open(Options, Folder + "-alone");
        Assert.Equal(Contents(Folder + "-alone"), Contents(Folder));
    }

    [Fact]
    public void A_folder_in_which_another_job_is_about_to_begin_is_nobody_elses()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "drawings.json.another-node-4711.tmp"), "");
        Assert.Equal(66, DrawnPhotos.Open(Options, Folder).Of(Subset.Train).Count);
    }

    [Fact]
    public void Photos_of_one_lesion_share_a_group_within_their_class_and_part()
    {
        var set = DrawnPhotos.Open(Options with { PhotosPerLesion = 3 }, Folder);
        var lesions = set.Photos.GroupBy(photo => photo.Group).ToList();
        Assert.All(lesions, lesion => Assert.Single(lesion.Select(photo => (photo.Label, photo.Subset)).Distinct()));
        Assert.Equal(3, lesions.Max(lesion => lesion.Count()));
        Assert.Equal(set.Photos.GroupBy(photo => (photo.Label, photo.Subset)).Sum(part => (part.Count() + 2) / 3), lesions.Count);
    }

    static IReadOnlyList<(string Name, string Bytes)> Contents(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(folder, file), Convert.ToHexString(File.ReadAllBytes(file)))),
    ];
}
