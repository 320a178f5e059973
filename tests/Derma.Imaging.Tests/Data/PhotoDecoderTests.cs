using SkiaSharp;

namespace Derma.Imaging.Tests;

public sealed class PhotoDecoderTests : IDisposable
{
    const int Size = 16;

    // JPEG at quality 95 with halved colour resolution is this far off in the middle of a flat half.
    const int JpegTolerance = 8;

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<BadPhoto> Usable => [.. BadPhotos.All.Where(photo => photo.Corners is not null)];

    public static TheoryData<BadPhoto> Unusable => [.. BadPhotos.All.Where(photo => photo.Reason is not null)];

    [Theory, MemberData(nameof(Usable))]
    public void An_awkward_photo_shows_its_true_colours(BadPhoto photo)
    {
        var rgb = new byte[Size * Size * 3];
        PhotoDecoder.Decode(folder.Write(photo.Name, photo.Bytes), Size, rgb);
        var seen = new[] { (2, 2), (13, 2), (2, 13) }.Select(at => rgb.AsSpan((at.Item2 * Size + at.Item1) * 3, 3).ToArray());
        Assert.All(photo.Corners!.Zip(seen), pair => AssertNear(pair.First, pair.Second));
    }

    [Theory, MemberData(nameof(Unusable))]
    public void A_bad_photo_is_refused_with_its_name_and_the_reason(BadPhoto photo)
    {
        var path = folder.Write(photo.Name, photo.Bytes);
        var message = Assert.Throws<UserError>(() => PhotoDecoder.Decode(path, Size, new byte[Size * Size * 3])).Message;
        Assert.Contains(path, message);
        Assert.Contains(photo.Reason!, message);
    }

    [Fact]
    public void Of_a_folder_of_all_kinds_of_pictures_only_jpeg_and_png_are_read_and_the_others_are_named()
    {
        foreach (var (name, bytes, seen) in BadPhotoKinds.All)
        {
            using var codec = SKCodec.Create(new MemoryStream(bytes));
            Assert.Equal(seen, codec?.EncodedFormat);
            folder.Write(name, bytes);
        }
        folder.Write("a.jpg", Drawings.Noise(20, 20, SKEncodedImageFormat.Jpeg));
        folder.Write("b.jpg", Drawings.Noise(20, 20, SKEncodedImageFormat.Png));
        var refused = new Dictionary<string, string>();
        foreach (var path in Directory.EnumerateFiles(folder.Path))
            if (!PhotoDecoder.TryDecode(path, Size, new byte[Size * Size * 3], out var reason))
                refused[Path.GetFileName(path)] = $"{reason}; {PhotoHeader.Problem(path)}";
        Assert.Equal(BadPhotoKinds.All.Select(kind => kind.Name).Order(), refused.Keys.Order());
        Assert.All(refused.Values, reason => Assert.Equal("is not a JPEG or PNG picture; is neither a JPEG nor a PNG", reason));
    }

    [Fact]
    public void A_missing_photo_is_refused() =>
        Assert.Contains("does not exist", Assert.Throws<UserError>(() => PhotoDecoder.Decode("no.jpg", 4, new byte[48])).Message);

    [Fact]
    public void Every_pixel_of_a_large_photo_counts_in_the_small_one()
    {
        // A checkerboard of single pixels: sampling without averaging would see only black or only white.
        var samples = Enumerable.Range(0, 64 * 64).Select(i => (byte)((i % 64 + i / 64) % 2 * 255)).ToArray();
        var rgb = new byte[4 * 4 * 3];
        PhotoDecoder.Decode(folder.Write("board.png", PngBytes.Make(64, 64, 8, PngBytes.Grey, samples)), 4, rgb);
        Assert.All(rgb, value => Assert.InRange(value, 126, 129));
    }

    [Fact]
    public void A_ramp_shrinks_to_the_triangle_average_of_its_pixels()
    {
        // From 4 to 2, the first result lies at 1.0, the pixels at 0.5, 1.5 and 2.5, and their weights are 1 - distance / 2.
        var rgb = new byte[2 * 2 * 3];
        var ramp = Enumerable.Repeat(new byte[] { 0, 80, 160, 240 }, 4).SelectMany(row => row).ToArray();
        PhotoDecoder.Decode(folder.Write("ramp.png", PngBytes.Make(4, 4, 8, PngBytes.Grey, ramp)), 2, rgb);
        const double left = (0.75 * 0 + 0.75 * 80 + 0.25 * 160) / 1.75;
        Assert.Equal([(byte)Math.Round(left), (byte)Math.Round(240 - left)], new[] { rgb[0], rgb[3] });
    }

    public static TheoryData<BadPhoto> Whole => [.. BadPhotos.All.Where(photo => photo.Name is "plain.jpg" or "png-named.jpg")];

    [Theory, MemberData(nameof(Whole))]
    public void A_cut_file_is_read_only_where_all_its_pixels_are_there(BadPhoto photo)
    {
        var (expected, rgb) = (new byte[Size * Size * 3], new byte[Size * Size * 3]);
        Assert.True(PhotoDecoder.TryDecode(folder.Write("whole", photo.Bytes), Size, expected, out _));
        for (var length = 0; length < photo.Bytes.Length; length++)
            if (PhotoDecoder.TryDecode(folder.Write("cut", photo.Bytes[..length]), Size, rgb, out _)) Assert.Equal(expected, rgb);
        Assert.False(PhotoDecoder.TryDecode(folder.Write("cut", photo.Bytes[..(photo.Bytes.Length / 2)]), Size, rgb, out _));
    }

    [Theory, MemberData(nameof(Whole))]
    public void Any_changed_byte_ends_in_pixels_or_a_reason(BadPhoto photo)
    {
        var (usable, rgb) = (0, new byte[Size * Size * 3]);
        for (var at = 0; at < photo.Bytes.Length; at++)
        {
            var changed = (byte[])photo.Bytes.Clone();
            changed[at] ^= 0xA5;
            if (PhotoDecoder.TryDecode(folder.Write("changed", changed), Size, rgb, out var reason)) usable++;
            else Assert.NotEmpty(reason);
        }
        Assert.InRange(usable, 1, photo.Bytes.Length - 1);
    }

    static void AssertNear(int colour, byte[] rgb)
    {
        var expected = new[] { colour >> 16, colour >> 8 & 255, colour & 255 };
        Assert.All(expected.Zip(rgb), pair => Assert.InRange(pair.Second - pair.First, -JpegTolerance, JpegTolerance));
    }
}
