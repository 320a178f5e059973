using SkiaSharp;

namespace Derma.Service.Tests;

public class HeatMapOverlayTests
{
    static readonly HeatMapGrid RightHalf = new(2, 1, [0, 1], Exact: true);

    [Theory]
    [InlineData(0.25f, 0), InlineData(0.75f, 1), InlineData(0.5f, 0.5), InlineData(0.4f, 0.3), InlineData(0, 0), InlineData(1, 1)]
    public void Between_the_middles_of_cells_values_run_straight(float x, double expected) => Assert.Equal(expected, HeatMapOverlay.At(RightHalf, x, 0.3f), 5);

    [Fact]
    public void Rows_run_downwards()
    {
        var map = new HeatMapGrid(2, 2, [0.1f, 0.2f, 0.3f, 0.4f], Exact: true);
        Assert.Equal([0.1f, 0.2f, 0.3f, 0.4f, 0.25f], new[] { (0f, 0f), (1f, 0f), (0f, 1f), (1f, 1f), (0.5f, 0.5f) }.Select(at => MathF.Round(HeatMapOverlay.At(map, at.Item1, at.Item2), 5)));
    }

    [Fact]
    public void A_place_without_value_keeps_the_photo_and_the_strongest_turns_yellow()
    {
        const int size = 32;
        var grey = Enumerable.Repeat((byte)100, size * size * 3).ToArray();
        using var picture = SKBitmap.Decode(Convert.FromBase64String(HeatMapOverlay.OfPixels(grey, size, RightHalf).Split(',')[1]));
        var pixels = picture.GetPixelSpan();
        Assert.InRange(pixels[0], 97, 103);
        // 100 + 0.65 x (253 - 100) red, 100 + 0.65 x (37 - 100) blue; the platform's order is BGRA
        Assert.InRange(pixels[(size - 1) * 4 + 2], 199 - 5, 199 + 5);
        Assert.InRange(pixels[(size - 1) * 4], 59 - 8, 59 + 8);
    }

    [Fact]
    public void A_photo_keeps_its_proportions_and_is_no_larger_than_a_page_shows()
    {
        using var small = SKBitmap.Decode(HeatMapOverlay.OfPhoto(Reports.Jpeg(120, 90), RightHalf));
        Assert.Equal((120, 90), (small.Width, small.Height));
        using var large = SKBitmap.Decode(HeatMapOverlay.OfPhoto(Reports.Jpeg(3200, 1600), RightHalf));
        Assert.Equal((800, 400), (large.Width, large.Height));
    }

    [Fact]
    public void Bytes_that_are_no_picture_are_refused() => Assert.Throws<UserError>(() => HeatMapOverlay.OfPhoto("no picture"u8.ToArray(), RightHalf));
}
