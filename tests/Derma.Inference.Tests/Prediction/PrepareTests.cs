using SkiaSharp;

namespace Derma.Inference.Tests;

public sealed class PrepareTests(SmallModel model) : IClassFixture<SmallModel>
{
    static readonly Dictionary<string, string> codes = new()
    {
        ["truncated.jpg"] = "cut-short", ["header-only.jpg"] = "cut-short", ["truncated.png"] = "cut-short", ["zero-bytes.jpg"] = "empty",
        ["bomb.png"] = "too-many-pixels", ["bomb.jpg"] = "too-many-pixels",
    };

    public static TheoryData<BadPhoto> Usable => [.. BadPhotos.All.Where(photo => photo.Corners is not null)];

    public static TheoryData<BadPhoto> Unusable => [.. BadPhotos.All.Where(photo => photo.Reason is not null)];

    [Theory, MemberData(nameof(Usable))]
    public void A_photo_in_memory_gives_the_bytes_that_training_decodes_from_its_file(BadPhoto photo)
    {
        using var predictor = model.Load();
        Assert.Equal(FromFile(photo.Name, photo.Bytes), predictor.Prepare(photo.Bytes).Rgb);
    }

    [Theory]
    [InlineData(600, 450, SKEncodedImageFormat.Jpeg), InlineData(97, 311, SKEncodedImageFormat.Jpeg), InlineData(500, 90, SKEncodedImageFormat.Png)]
    public void So_does_one_that_is_scaled_down_while_it_is_decoded(int width, int height, SKEncodedImageFormat format)
    {
        var bytes = Drawings.Noise(width, height, format);
        using var predictor = model.Load();
        Assert.Equal(FromFile("photo", bytes), predictor.Prepare(bytes).Rgb);
    }

    [Theory, MemberData(nameof(Unusable))]
    public void A_bad_photo_has_a_code_for_programs_and_a_sentence_for_people(BadPhoto photo)
    {
        using var predictor = model.Load();
        var error = Assert.Throws<PhotoError>(() => predictor.Prepare(photo.Bytes));
        Assert.Equal(codes.GetValueOrDefault(photo.Name, "not-a-photo"), error.Code);
        Assert.Contains(photo.Reason!, error.Message);
    }

    [Theory]
    [InlineData(1, 1, "too-small"), InlineData(15, 200, "too-small"), InlineData(15, 15, "too-small"), InlineData(65_500, 1, "too-thin")]
    [InlineData(16, 257, "too-thin"), InlineData(2_000, 100, "too-thin")]
    public void A_shape_that_shows_nothing_is_refused(int width, int height, string code)
    {
        using var predictor = model.Load();
        Assert.Equal(code, Assert.Throws<PhotoError>(() => predictor.Prepare(Drawings.Noise(width, height, SKEncodedImageFormat.Png))).Code);
    }

    [Theory]
    [InlineData(16, 16), InlineData(16, 256), InlineData(1_600, 100)]
    public void The_least_shapes_pass(int width, int height)
    {
        using var predictor = model.Load();
        Assert.Equal(SmallModel.Size, predictor.Prepare(Drawings.Noise(width, height, SKEncodedImageFormat.Png)).Size);
    }

    // 14,000 x 14,000 is refused from the header; 8,000 x 8,000 is a size that training decodes but that a PNG would hold as 256 MB.
    [Theory]
    [InlineData(14_000), InlineData(8_000)]
    public void A_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded(int side)
    {
        var bomb = PngBytes.Make(side, side, 8, PngBytes.Grey, [0]);
        using var predictor = model.Load();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal("too-many-pixels", Assert.Throws<PhotoError>(() => predictor.Prepare(bomb)).Code);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 4 << 20);
    }

    [Fact]
    public void A_damaged_photo_is_refused()
    {
        var photo = Drawings.Noise(64, 64, SKEncodedImageFormat.Png);
        photo[photo.Length / 2] ^= 0xFF; // inside the compressed pixels: their checksum no longer fits
        using var predictor = model.Load();
        Assert.Equal("damaged", Assert.Throws<PhotoError>(() => predictor.Prepare(photo)).Code);
    }

    static byte[] FromFile(string name, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        var rgb = new byte[SmallModel.Size * SmallModel.Size * 3];
        PhotoDecoder.Decode(folder.Write(name, bytes), SmallModel.Size, rgb);
        return rgb;
    }
}
