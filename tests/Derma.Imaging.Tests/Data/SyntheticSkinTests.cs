namespace Derma.Imaging.Tests;

public class SyntheticSkinTests
{
    static readonly SyntheticOptions Options = new() { Size = 32 };

    [Fact]
    public void The_same_seed_class_and_number_draw_the_same_bytes() => Assert.Equal(Draw(Options, 3, 8), Draw(Options, 3, 8));

    [Fact]
    public void Another_seed_class_or_number_draws_another_picture()
    {
        byte[][] drawings = [Draw(Options, 3, 8), Draw(Options with { Seed = 2 }, 3, 8), Draw(Options, 4, 8), Draw(Options, 3, 9)];
        for (var i = 0; i < drawings.Length; i++)
            for (var j = 0; j < i; j++) Assert.NotEqual(drawings[i], drawings[j]);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(100)]
    [InlineData(256)]
    public void Any_offered_size_fills_the_picture(int size)
    {
        var drawing = Draw(Options with { Size = size }, 11, 0);
        Assert.True(drawing[^(size * 3)..].Distinct().Count() > 3, "the last row is painted");
    }

    [Theory]
    [InlineData(31)]
    [InlineData(257)]
    public void Other_sizes_are_refused(int size) => Assert.Throws<UserError>(() => Draw(Options with { Size = size }, 0, 0));

    [Fact]
    public void The_classes_and_counts_are_those_published_for_the_set_of_the_report()
    {
        var published = Catalog.Default["skindisease"].Classes;
        Assert.Equal(published.Select(item => item.Folder), SyntheticSkin.Conditions22.Conditions.Select(condition => condition.Name));
        Assert.Equal(published.Select(item => item.Train!.Value), SyntheticSkin.Conditions22.CountPerClass(13_898));
    }

    [Theory]
    [InlineData(700)]
    [InlineData(450)]
    [InlineData(1_546)]
    public void Smaller_sets_keep_the_proportions_by_largest_remainder(int total)
    {
        var published = Catalog.Default["skindisease"].Classes.Select(item => item.Train!.Value).ToArray();
        var counts = SyntheticSkin.Conditions22.CountPerClass(total);
        var missing = published.Zip(counts, (share, count) => share * (double)total / 13_898 - count).ToArray();
        Assert.Equal(total, counts.Sum());
        Assert.All(missing, error => Assert.InRange(error, -1, 1));
        // Whoever was rounded up had a larger remainder than whoever was rounded down.
        var largestDown = missing.Where(error => error > 0).Max();
        Assert.All(missing.Where(error => error < 0), error => Assert.True(error + 1 >= largestDown));
    }

    [Fact]
    public void Too_few_drawings_for_a_class_are_refused_by_name() =>
        Assert.Contains("Candidiasis", Assert.Throws<UserError>(() => SyntheticSkin.Conditions22.CountPerClass(20)).Message);

    [Fact]
    public void Two_photos_of_a_lesion_are_nearer_to_each_other_than_to_another_lesion()
    {
        var options = Options with { PhotosPerLesion = 2, Difficulty = new() { Camera = 0.4f } };
        double Apart(long a, long b) => Draw(options, 0, a).Zip(Draw(options, 0, b), (x, y) => (double)Math.Abs(x - y)).Average();
        var lesions = Enumerable.Range(0, 20).Select(lesion => (First: 4L * lesion, Second: 4L * lesion + 2)).ToList();
        Assert.All(lesions, lesion => Assert.NotEqual(0, Apart(lesion.First, lesion.Second)));
        var same = lesions.Average(lesion => Apart(lesion.First, lesion.Second));
        var other = lesions.Zip(lesions.Skip(1), (one, next) => Apart(one.First, next.First)).Average();
        Assert.True(same < 0.75 * other, $"{same} {other}");
    }

    [Fact]
    public void Fewer_than_one_photo_of_a_lesion_is_refused() =>
        Assert.Throws<UserError>(() => Draw(Options with { PhotosPerLesion = 0 }, 0, 0));

    [Fact]
    public void The_darker_the_tone_the_darker_the_drawing()
    {
        var studio = Options with { Difficulty = new() { Camera = 0 } };
        var plain = studio.Recipe.Conditions.Select(condition => condition.Name).ToList().IndexOf("Unknown_Normal");
        var brightness = Enumerable.Range(0, 300).GroupBy(number => SyntheticSkin.Tone(studio, plain, number)).OrderBy(tone => tone.Key)
            .ToDictionary(tone => tone.Key, tone => tone.Average(number => Draw(studio, plain, number).Average(level => level)));
        Assert.Equal([1, 2, 3, 4, 5, 6], brightness.Keys);
        Assert.Equal(brightness.Values.OrderDescending(), brightness.Values);
    }

    [Fact]
    public void All_photos_of_a_lesion_have_one_tone_and_lesions_have_their_own()
    {
        var options = Options with { PhotosPerLesion = 3 };
        var tones = Enumerable.Range(0, 20).Select(lesion => Enumerable.Range(0, 3).Select(photo => SyntheticSkin.Tone(options, 4, 2 * (3 * lesion + photo))).Distinct().ToList()).ToList();
        Assert.All(tones, tone => Assert.Single(tone));
        Assert.True(tones.Select(tone => tone[0]).Distinct().Count() > 1);
    }

    static byte[] Draw(SyntheticOptions options, int label, long number)
    {
        var rgb = new byte[options.Size * options.Size * 3];
        SyntheticSkin.Draw(options, label, number, rgb);
        return rgb;
    }
}
