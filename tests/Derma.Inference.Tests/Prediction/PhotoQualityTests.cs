using SkiaSharp;
using Folder = Derma.TestSupport.TemporaryFolder;

namespace Derma.Inference.Tests;

public sealed class PhotoQualityTests
{
    const int Side = 300;

    // From very light to very dark, indoors and outdoors.
    static readonly int[] tones = [0xFFE0C4, 0xF1C8A8, 0xE0AC69, 0xC68642, 0x8D5524, 0x5C3826, 0x4A2F22];

    public static TheoryData<int> SkinTones => [.. tones];

    [Theory, MemberData(nameof(SkinTones))]
    public void Skin_of_any_tone_gets_no_warning(int tone) => Assert.Empty(Warnings(Skin(tone)));

    [Fact]
    public void Grass_sky_a_page_of_text_and_a_black_and_white_picture_are_no_skin()
    {
        var random = new Random(1);
        Assert.Equal(["not-skin"], Warnings((_, _) => Grain(random, 60, 140, 40)));
        Assert.Equal(["not-skin"], Warnings((_, y) => Grain(random, 90 + y / 10.0, 150, 215)));
        Assert.Contains("not-skin", Warnings((x, y) => y % 12 < 5 && x % 9 < 6 ? (30, 30, 32) : (240, 240, 238)));
        var skin = Skin(0xC68642);
        Assert.Equal(["not-skin"], Warnings((x, y) => skin(x, y) is var (r, g, b) && 0.3 * r + 0.59 * g + 0.11 * b is var grey ? (grey, grey, grey) : default));
    }

    [Fact]
    public void A_photo_out_of_focus_is_blurred() =>
        Assert.All(tones, tone => Assert.Contains("blurred", Warnings(Blurred(Skin(tone), sigma: 3))));

    [Fact]
    public void A_photo_in_the_dark_is_dark_and_no_more() =>
        Assert.Equal(["dark"], Warnings((x, y) => Skin(0xE0AC69)(x, y) is var (r, g, b) ? (r * 0.2, g * 0.2, b * 0.2) : default));

    [Fact]
    public void A_photo_burnt_out_is_over_exposed() =>
        Assert.Contains("over-exposed", Warnings((x, y) => Skin(0xE0AC69)(x, y) is var (r, g, b) ? (r * 2.6, g * 2.6, b * 2.6) : default));

    [Theory]
    [InlineData(99, 300, true), InlineData(300, 99, true), InlineData(100, 300, false)]
    public void A_photo_is_small_below_100_pixels(int width, int height, bool small) =>
        Assert.Equal(small, Warnings(Skin(0xC68642), width, height).Contains("small"));

    [Theory]
    [InlineData(40), InlineData(224)]
    public void Warnings_do_not_depend_on_the_models_size(int size)
    {
        Assert.Empty(Warnings(Skin(0xC68642), size: size));
        Assert.Contains("blurred", Warnings(Blurred(Skin(0xC68642), sigma: 3), size: size));
    }

    [Fact]
    public void Every_drawing_of_13_conditions_is_skin_in_usable_light()
    {
        using var folder = new Folder();
        var drawn = DrawnPhotos.Open(
            new SyntheticOptions { Recipe = SyntheticSkin.Conditions13, Size = 128, TrainPhotos = 130, TestPhotos = 65 }, folder.Path);
        var seen = drawn.Photos.SelectMany(photo => Warnings(File.ReadAllBytes(photo.Path), 64));
        Assert.DoesNotContain(seen, code => code is "not-skin" or "over-exposed" or "dark" or "small");
    }

    [SkippableFact]
    public void Of_100_real_photos_of_skin_no_more_than_5_get_a_warning_of_one_kind()
    {
        var photos = RealPhotos.Folder(RealPhotos.Folders, "test");
        var files = Directory.EnumerateFiles(photos, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % 7 == 0).Take(100);
        var counts = files.SelectMany(file => Warnings(File.ReadAllBytes(file), 64)).CountBy(code => code);
        Assert.All(counts, count => Assert.InRange(count.Value, 0, 5));
    }

    static string[] Warnings(byte[] photo, int size) => [.. PhotoIntake.Prepare(photo, size, new PhotoQualityOptions()).Warnings.Select(warning => warning.Code)];

    static string[] Warnings(Func<int, int, (double, double, double)> pixel, int width = Side, int height = Side, int size = 224) =>
        Warnings(Drawings.Encode(width, height, SKEncodedImageFormat.Png, pixel), size);

    /// <summary>A patch of skin in slightly uneven light, with a brown mole of sharp edge, hairs and grain.</summary>
    static Func<int, int, (double R, double G, double B)> Skin(int tone)
    {
        var (r, g, b) = (tone >> 16, tone >> 8 & 255, tone & 255);
        return (x, y) =>
        {
            var light = 0.9 + 0.1 * x / Side + 0.02 * (new Random(x * 7919 + y).NextDouble() - 0.5);
            if (Math.Pow(x - 150, 2) + Math.Pow(y - 140, 2) < 50 * 50) light *= 0.6;
            if ((x + 2 * y) % 97 < 3) light *= 0.55;
            return (r * light, g * light, b * light);
        };
    }

    static Func<int, int, (double, double, double)> Blurred(Func<int, int, (double R, double G, double B)> sharp, double sigma)
    {
        var reach = (int)Math.Ceiling(3 * sigma);
        double[] weights = [.. Enumerable.Range(-reach, 2 * reach + 1).Select(i => Math.Exp(-i * i / (2 * sigma * sigma)))];
        double[,,] Pass(Func<int, int, int, double> source, int dx, int dy)
        {
            var result = new double[Side, Side, 3];
            for (var y = 0; y < Side; y++)
                for (var x = 0; x < Side; x++)
                    for (var c = 0; c < 3; c++)
                        for (var i = -reach; i <= reach; i++)
                            result[y, x, c] += weights[i + reach] / weights.Sum() * source(Math.Clamp(x + i * dx, 0, Side - 1), Math.Clamp(y + i * dy, 0, Side - 1), c);
            return result;
        }

        var pixels = new double[Side, Side, 3];
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++) (pixels[y, x, 0], pixels[y, x, 1], pixels[y, x, 2]) = sharp(x, y);
        var across = Pass((x, y, c) => pixels[y, x, c], 1, 0);
        var both = Pass((x, y, c) => across[y, x, c], 0, 1);
        return (x, y) => (both[y, x, 0], both[y, x, 1], both[y, x, 2]);
    }

    static (double, double, double) Grain(Random random, double red, double green, double blue)
    {
        var noise = 40 * (random.NextDouble() - 0.5);
        return (red + noise, green + noise, blue + noise);
    }
}
