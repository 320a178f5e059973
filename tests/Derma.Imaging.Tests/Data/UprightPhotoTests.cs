namespace Derma.Imaging.Tests;

public class UprightPhotoTests
{
    // Halved colour resolution and two encodings are this far off in the middle of a flat half.
    const int JpegTolerance = 12;

    public static TheoryData<BadPhoto> Usable => [.. BadPhotos.All.Where(photo => photo.Corners is not null)];

    public static TheoryData<BadPhoto> Unusable => [.. BadPhotos.All.Where(photo => photo.Reason is not null)];

    [Theory, MemberData(nameof(Usable))]
    public void An_awkward_photo_shows_its_true_colours_and_keeps_its_size_where_it_is_small(BadPhoto photo)
    {
        var copy = Copy(photo.Bytes);
        var seen = new[] { (0.15, 0.15), (0.85, 0.15), (0.15, 0.85) }.Select(at => PhotoBytes.See(copy, at.Item1, at.Item2)).ToList();
        Assert.All(seen, each => Assert.Equal((16, 16), (each.Width, each.Height)));
        Assert.All(photo.Corners!.Zip(seen), pair => AssertNear(pair.First, pair.Second.Rgb));
    }

    [Theory, MemberData(nameof(Unusable))]
    public void A_bad_photo_is_refused(BadPhoto photo) => Assert.Throws<UserError>(() => Copy(photo.Bytes));

    // Red is stored on the left, blue on the right.
    [Theory]
    [InlineData(1, 480, 240, PhotoBytes.Red, PhotoBytes.Blue, PhotoBytes.Red)]
    [InlineData(2, 480, 240, PhotoBytes.Blue, PhotoBytes.Red, PhotoBytes.Blue)]
    [InlineData(3, 480, 240, PhotoBytes.Blue, PhotoBytes.Red, PhotoBytes.Blue)]
    [InlineData(4, 480, 240, PhotoBytes.Red, PhotoBytes.Blue, PhotoBytes.Red)]
    [InlineData(5, 240, 480, PhotoBytes.Red, PhotoBytes.Red, PhotoBytes.Blue)]
    [InlineData(6, 240, 480, PhotoBytes.Red, PhotoBytes.Red, PhotoBytes.Blue)]
    [InlineData(7, 240, 480, PhotoBytes.Blue, PhotoBytes.Blue, PhotoBytes.Red)]
    [InlineData(8, 240, 480, PhotoBytes.Blue, PhotoBytes.Blue, PhotoBytes.Red)]
    public void A_copy_is_upright_and_keeps_its_proportions(byte orientation, int width, int height, int topLeft, int topRight, int bottomLeft)
    {
        var copy = Copy(PhotoBytes.Jpeg(1000, 500, orientation));
        var seen = new[] { (0.2, 0.2), (0.8, 0.2), (0.2, 0.8) }.Select(at => PhotoBytes.See(copy, at.Item1, at.Item2)).ToList();
        Assert.All(seen, each => Assert.Equal((width, height), (each.Width, each.Height)));
        Assert.All(new[] { topLeft, topRight, bottomLeft }.Zip(seen), pair => AssertNear(pair.First, pair.Second.Rgb));
    }

    [Fact]
    public void A_thread_of_a_picture_keeps_a_pixel_of_width()
    {
        var copy = Copy(PngBytes.Make(3000, 1, 8, PngBytes.Grey, new byte[3000]));
        var (width, height, _) = PhotoBytes.See(copy, 0, 0);
        Assert.Equal((480, 1), (width, height));
    }

    static byte[] Copy(byte[] photo) => UprightPhoto.Read(photo, 480).Encode();

    static void AssertNear(int colour, int[] rgb)
    {
        var expected = new[] { colour >> 16, colour >> 8 & 255, colour & 255 };
        Assert.All(expected.Zip(rgb), pair => Assert.InRange(pair.Second - pair.First, -JpegTolerance, JpegTolerance));
    }
}
