namespace Derma.Imaging.Tests;

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

    [Fact]
    public void A_crop_is_a_rectangle_within_its_ranges_stretched_to_the_whole_square()
    {
        var crop = new RandomResizedCrop { Scale = (0.2, 0.6), Aspect = (0.5, 2) };
        var boxes = Enumerable.Range(0, 100).Select(i => Box(Apply(new() { Crop = crop }, i))).ToArray();
        Assert.All(boxes, box =>
        {
            double[] numbers = [box.Left, box.Top, box.Width, box.Height];
            Assert.All(numbers, number => Assert.Equal(Math.Round(number), number, 2e-2));
            Assert.True(box is { Left: > -0.1, Top: > -0.1 } && box.Left + box.Width < Size + 0.1 && box.Top + box.Height < Size + 0.1, $"{box}");
            // Sides are whole pixels: half a pixel more or less on each.
            Assert.InRange((box.Width - 0.5) * (box.Height - 0.5), 0, 0.6 * Size * Size);
            Assert.InRange((box.Width + 0.5) * (box.Height + 0.5), 0.2 * Size * Size, double.MaxValue);
            Assert.InRange((box.Width - 0.5) / (box.Height + 0.5), 0, 2);
            Assert.InRange((box.Width + 0.5) / (box.Height - 0.5), 0.5, double.MaxValue);
        });
        Assert.True(boxes.Select(box => Math.Round(box.Left)).Distinct().Count() > 4);
        Assert.Contains(boxes, box => box.Width > box.Height + 2);
        Assert.Contains(boxes, box => box.Height > box.Width + 2);
    }

    // From two results well inside: the first and last pixels may lie outside the photo and repeat its edge.
    static (double Left, double Top, double Width, double Height) Box(float[] pixels)
    {
        var ((x, y), (far, down)) = (Source(pixels, 4, 4), Source(pixels, 12, 12));
        var (perColumn, perRow) = ((far - x) / 8, (down - y) / 8);
        return (x - 4.5 * perColumn + 0.5, y - 4.5 * perRow + 0.5, perColumn * Size, perRow * Size);
    }

    [Fact]
    public void A_crop_of_the_whole_changes_nothing() =>
        Assert.All(Apply(new() { Crop = new RandomResizedCrop { Scale = (1, 1), Aspect = (1, 1) } }).Zip(Coordinates), pair =>
            Assert.Equal(pair.Second / 255f, pair.First, 1e-6f));

    [Fact]
    public void A_crop_that_never_fits_is_the_largest_of_its_aspect_about_the_middle()
    {
        var box = Box(Apply(new() { Crop = new RandomResizedCrop { Scale = (1, 1), Aspect = (2, 2) } }));
        // 17 wide and 8.5 high: the height is rounded to the even 8.
        Assert.Equal((0, 4, 17, 8), (Math.Round(box.Left, 2), Math.Round(box.Top, 2), Math.Round(box.Width, 2), Math.Round(box.Height, 2)));
    }

    [Fact]
    public void Each_colour_change_alone_stays_within_its_amplitude()
    {
        for (var i = 0; i < 50; i++)
        {
            // The middle pixel is a light green; brightness is its factor, a grey picture keeps its grey under the other three.
            var brightened = Apply(new() { Colour = new ColourJitter { Brightness = 0.3 } }, i, Plain(90, 120, 60));
            Assert.InRange(brightened[1] * 255 / 120, 0.7f - 1e-5f, 1.3f + 1e-5f);
            var turned = Apply(new() { Colour = new ColourJitter { Hue = 0.1 } }, i, Plain(90, 120, 60));
            Assert.Equal(120 / 255f, turned[..3].Max(), 1e-5f);
            Assert.Equal(60 / 255f, turned[..3].Min(), 1e-5f);
            var grey = Apply(new() { Colour = new ColourJitter { Contrast = 0.9, Saturation = 0.9, Hue = 0.5 } }, i, Plain(77, 77, 77));
            Assert.All(grey, value => Assert.Equal(77 / 255f, value, 1e-4f));
        }
    }

    static byte[] Plain(byte r, byte g, byte b) => [.. Enumerable.Repeat(new[] { r, g, b }, Size * Size).SelectMany(pixel => pixel)];

    [Fact]
    public void All_changes_together_are_a_function_of_the_photo_and_stay_between_black_and_white()
    {
        var options = AugmentationOptions.TorchvisionLike with { VerticalFlip = true, Shift = 0.1, Zoom = 0.1, Brightness = (0.8, 1.2) };
        Assert.Equal(Apply(options, 3), Apply(options, 3));
        Assert.NotEqual(Apply(options, 3), Apply(options, 4));
        Assert.All(Apply(options, 3), value => Assert.InRange(value, 0f, 1f));
    }

    [Fact]
    public void Amplitudes_out_of_range_are_refused_by_name()
    {
        Assert.StartsWith("Hue ", Refusal(new() { Colour = new ColourJitter { Hue = 0.6 } }));
        Assert.StartsWith("Contrast ", Refusal(new() { Colour = new ColourJitter { Contrast = -1 } }));
        Assert.StartsWith("Scale ", Refusal(new() { Crop = new RandomResizedCrop { Scale = (0.5, 1.5) } }));
        Assert.StartsWith("Aspect ", Refusal(new() { Crop = new RandomResizedCrop { Aspect = (2, 1) } }));
    }

    static string Refusal(AugmentationOptions options) => Assert.Throws<UserError>(options.Validate).Message;
}
