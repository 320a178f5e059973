using Derma.Data;

namespace Derma.Tests.Data;

public class AugmenterTests
{
    const int Size = 17;
    const int Middle = Size / 2;

    // Red is the column, green the row, blue a constant: a moved picture tells where each pixel came from.
    static readonly byte[] Coordinates =
        [.. Enumerable.Range(0, Size * Size).SelectMany(i => new[] { (byte)(i % Size * 10), (byte)(i / Size * 10), (byte)100 })];

    static float[] Apply(AugmentationOptions options, int index = 0, byte[]? rgb = null)
    {
        var result = new float[Size * Size * 3];
        new Augmenter(options, seed: 7).Apply(rgb ?? Coordinates, Size, epoch: 2, index, result);
        return result;
    }

    static (double X, double Y) Source(float[] pixels, int x, int y) =>
        (pixels[(y * Size + x) * 3] * 25.5, pixels[(y * Size + x) * 3 + 1] * 25.5);

    [Fact]
    public void A_mirrored_photo_has_its_columns_reversed_for_about_half_of_the_photos()
    {
        var firstColumns = Enumerable.Range(0, 200).Select(i => Source(Apply(new() { HorizontalFlip = true }, i), 0, 3)).ToArray();
        Assert.All(firstColumns, at => Assert.True(Math.Abs(at.X % (Size - 1)) < 1e-3 && Math.Abs(at.Y - 3) < 1e-3));
        Assert.InRange(firstColumns.Count(at => at.X > 1), 70, 130);
    }

    [Fact]
    public void A_vertical_flip_reverses_rows()
    {
        var rows = Enumerable.Range(0, 20).Select(i => Source(Apply(new() { VerticalFlip = true }, i), 5, 0).Y).ToArray();
        Assert.Contains(rows, y => Math.Abs(y - (Size - 1)) < 1e-3);
    }

    [Fact]
    public void A_shift_moves_every_pixel_alike_within_its_bound()
    {
        for (var i = 0; i < 50; i++)
        {
            var pixels = Apply(new() { Shift = 0.2 }, i);
            var (x, y) = Source(pixels, Middle, Middle);
            Assert.InRange(x - Middle, -0.2 * Size - 1e-3, 0.2 * Size + 1e-3);
            Assert.Equal(x + 1, Source(pixels, Middle + 1, Middle).X, 1e-3);
            Assert.Equal(y + 1, Source(pixels, Middle, Middle + 1).Y, 1e-3);
        }
    }

    [Fact]
    public void A_rotation_keeps_the_middle_and_distances_and_stays_within_its_bound()
    {
        for (var i = 0; i < 50; i++)
        {
            var pixels = Apply(new() { RotationDegrees = 30 }, i);
            var (x, y) = Source(pixels, Middle + 4, Middle);
            Assert.Equal((Middle, Middle), (Math.Round(Source(pixels, Middle, Middle).X, 3), Math.Round(Source(pixels, Middle, Middle).Y, 3)));
            Assert.Equal(4, Math.Sqrt(Math.Pow(x - Middle, 2) + Math.Pow(y - Middle, 2)), 1e-3);
            Assert.InRange(Math.Atan2(y - Middle, x - Middle) * 180 / Math.PI, -30.01, 30.01);
        }
    }

    [Fact]
    public void A_zoom_scales_each_axis_about_the_middle_within_its_bound()
    {
        for (var i = 0; i < 50; i++)
        {
            var pixels = Apply(new() { Zoom = 0.25 }, i);
            Assert.InRange((Source(pixels, Middle + 4, Middle).X - Middle) / 4, 0.7499, 1.2501);
            Assert.InRange((Source(pixels, Middle, Middle + 4).Y - Middle) / 4, 0.7499, 1.2501);
        }
    }

    [Fact]
    public void Brightness_is_one_factor_for_all_pixels_and_channels()
    {
        var pixels = Apply(new() { Brightness = (0.5, 0.9) });
        var factor = pixels[2] * 255 / 100;
        Assert.InRange(factor, 0.5, 0.9);
        Assert.All(pixels.Zip(Coordinates), pair => Assert.Equal(pair.Second * factor / 255, pair.First, 1e-5));
    }

    [Fact]
    public void Brightness_stops_at_white() =>
        Assert.All(Apply(new() { Brightness = (3, 3) }, rgb: [.. Enumerable.Repeat((byte)200, Size * Size * 3)]), value => Assert.Equal(1f, value));

    [Fact]
    public void What_comes_from_outside_repeats_the_nearest_edge()
    {
        // A large shift to one side shows the first or the last column and row over and over, never black.
        for (var i = 0; i < 20; i++)
            Assert.All(Apply(new() { Shift = 3 }, i, [.. Enumerable.Repeat((byte)51, Size * Size * 3)]), value => Assert.Equal(0.2f, value, 1e-6f));
    }

    [Fact]
    public void Between_four_pixels_the_value_is_bilinear()
    {
        var noise = new byte[Size * Size * 3];
        new Random(3).NextBytes(noise);
        var options = new AugmentationOptions { Shift = 0.2 };
        var (x, y) = Source(Apply(options, index: 1), 6, 7);
        double At(int column, int row) => noise[(row * Size + column) * 3] / 255.0;
        var (left, top) = ((int)x, (int)y);
        var (right, down) = (x - left, y - top);
        var expected = (1 - down) * ((1 - right) * At(left, top) + right * At(left + 1, top))
            + down * ((1 - right) * At(left, top + 1) + right * At(left + 1, top + 1));
        Assert.Equal(expected, Apply(options, index: 1, noise)[(7 * Size + 6) * 3], 1e-3);
    }
}
