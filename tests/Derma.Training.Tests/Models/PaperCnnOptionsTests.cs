namespace Derma.Training.Tests;

public class PaperCnnOptionsTests
{
    static readonly PaperCnnOptions Valid = new() { Padding = ConvolutionPadding.Valid };

    [Theory]
    [InlineData(3, 30)]
    [InlineData(4, 14)]
    [InlineData(5, 6)]
    [InlineData(6, 2)]
    public void Valid_convolutions_leave_these_maps_of_256_px(int convolutions, int map) =>
        Assert.Equal(map, (Valid with { Filters = ThirtyTwos(convolutions) }).MapSizes[^1]);

    [Fact]
    public void Padded_convolutions_only_halve() => Assert.Equal([128, 64, 32, 16, 8, 4], new PaperCnnOptions().MapSizes);

    [Theory]
    [InlineData(5, 94)]
    [InlineData(6, 190)]
    public void The_smallest_photos_for_valid_convolutions_are_known(int convolutions, int minimum)
    {
        var options = Valid with { Filters = ThirtyTwos(convolutions), ImageSize = minimum, PadBelowMinimum = false };
        options.Validate();
        Assert.Equal(1, options.MapSizes[^1]);
        Assert.Throws<UserError>((options with { ImageSize = minimum - 1 }).Validate);
    }

    [Fact]
    public void Photos_below_the_minimum_are_padded_and_the_options_say_so()
    {
        var small = Valid with { ImageSize = 64 };
        small.Validate();
        Assert.True(small.IsPaddedBelowMinimum);
        Assert.Equal(ConvolutionPadding.Same, small.EffectivePadding);
        Assert.Equal(1, small.MapSizes[^1]);
        Assert.False(Valid.IsPaddedBelowMinimum);
        Assert.Equal(ConvolutionPadding.Valid, (Valid with { Filters = ThirtyTwos(3), ImageSize = 64 }).EffectivePadding);
    }

    [Fact]
    public void A_flattened_map_gives_all_its_pixels()
    {
        var options = Valid with { Filters = ThirtyTwos(3), Reduction = FeatureReduction.Flatten };
        Assert.Equal(30 * 30 * 32, options.Features);
        Assert.Equal(512, new PaperCnnOptions().Features);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<UserError>(new PaperCnnOptions { Classes = 1 }.Validate);
        Assert.Throws<UserError>(new PaperCnnOptions { Filters = [] }.Validate);
        Assert.Throws<UserError>(new PaperCnnOptions { Dense = [0] }.Validate);
        Assert.Throws<UserError>(new PaperCnnOptions { Dropout = 1 }.Validate);
        Assert.Throws<UserError>(new PaperCnnOptions { ImageSize = 63 }.Validate);
    }

    static int[] ThirtyTwos(int count) => [.. Enumerable.Repeat(32, count)];
}
