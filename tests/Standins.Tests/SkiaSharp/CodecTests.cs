using SkiaSharp;

namespace Standins.Tests.SkiaSharp;

public class CodecTests
{
    static SKCodec Open(byte[] bytes) => SKCodec.Create(SKData.CreateCopy(bytes));

    static byte[] Jpeg(int width, int height) => Samples.Ramp(SKEncodedImageFormat.Jpeg, width, height);

    [Theory]
    [InlineData(1f, 600, 450), InlineData(0.5f, 300, 225), InlineData(0.32f, 225, 169), InlineData(0.3f, 150, 113)]
    [InlineData(0.125f, 75, 57), InlineData(0.01f, 75, 57)]
    public void A_jpeg_scales_to_the_nearest_eighth_rounded_up(float scale, int width, int height)
    {
        using var codec = Open(Jpeg(600, 450));
        var size = codec.GetScaledDimensions(scale);
        Assert.Equal((width, height), (size.Width, size.Height));
    }

    [Fact]
    public void A_png_does_not_scale()
    {
        using var codec = Open(Samples.Ramp(SKEncodedImageFormat.Png, 60, 40));
        Assert.Equal(60, codec.GetScaledDimensions(0.5f).Width);
        Assert.Equal(SKCodecResult.InvalidScale, Samples.Decode(codec, 30, 20).Result);
    }

    [Fact]
    public void A_jpeg_decoded_at_half_size_is_the_average_of_its_pixels()
    {
        using var codec = Open(Jpeg(64, 64));
        var (result, pixels) = Samples.Decode(codec, 32, 32);
        Assert.Equal(SKCodecResult.Success, result);
        for (var x = 0; x < 32; x++)
            Assert.InRange(pixels[(16 * 32 + x) * 4] - (Samples.Red(2 * x, 64) + Samples.Red(2 * x + 1, 64)) / 2, -8, 8);
    }

    [Fact]
    public void A_size_that_is_no_eighth_is_refused()
    {
        using var codec = Open(Jpeg(64, 64));
        Assert.Equal(SKCodecResult.InvalidScale, Samples.Decode(codec, 30, 30).Result);
    }

    [Fact]
    public void A_jpeg_without_its_end_is_incomplete_input()
    {
        using var codec = Open(Jpeg(64, 64)[..^50]);
        Assert.Equal(SKCodecResult.IncompleteInput, Samples.Decode(codec, 64, 64).Result);
    }

    [Fact]
    public void The_content_decides_the_format_and_the_header_gives_the_size()
    {
        using var codec = Open(Samples.Ramp(SKEncodedImageFormat.Png, 7, 5));
        Assert.Equal((7, 5), (codec.Info.Width, codec.Info.Height));
    }

    [Fact]
    public void Straight_alpha_survives_a_png_and_opaque_pixels_cannot_be_asked_of_it()
    {
        using var codec = Open(Samples.Ramp(SKEncodedImageFormat.Png, 16, 16, SKAlphaType.Unpremul));
        Assert.Equal(SKAlphaType.Unpremul, codec.Info.AlphaType);
        Assert.Equal([255, 0, 90, Samples.Alpha], Samples.Decode(codec, 16, 16).Pixels[(15 * 4)..(16 * 4)]);
        Assert.Equal(SKCodecResult.InvalidConversion, Samples.Decode(codec, 16, 16, SKAlphaType.Opaque).Result);
    }

    [Fact]
    public void Premultiplied_pixels_are_samples_times_alpha()
    {
        using var codec = Open(Samples.Ramp(SKEncodedImageFormat.Png, 16, 16, SKAlphaType.Unpremul));
        byte[] expected = [128, 0, (byte)Math.Round(90 * 128 / 255.0), 128];
        Assert.Equal(expected, Samples.Decode(codec, 16, 16, SKAlphaType.Premul).Pixels[(15 * 4)..(16 * 4)]);
    }

    [Theory, InlineData("MM", 6), InlineData("II", 8)]
    public void Exif_orientation_is_read_in_both_byte_orders(string order, byte orientation)
    {
        byte[] tiff = order == "MM"
            ? [.. "MM\0*\0\0\0\b"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
            : [.. "II*\0\b\0\0\0"u8, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
        var jpeg = Jpeg(16, 16);
        using var codec = Open([.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(tiff.Length + 8), .. "Exif\0\0"u8, .. tiff, .. jpeg[2..]]);
        Assert.Equal((SKEncodedOrigin)orientation, codec.EncodedOrigin);
    }

    [Fact]
    public void A_broken_exif_directory_leaves_the_photo_upright()
    {
        var jpeg = Jpeg(16, 16);
        using var codec = Open([.. jpeg[..2], 0xFF, 0xE1, 0, 18, .. "Exif\0\0MM\0*"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, .. jpeg[2..]]);
        Assert.Equal(SKEncodedOrigin.TopLeft, codec.EncodedOrigin);
    }

    [Fact]
    public void A_missing_file_is_an_internal_error() => AssertRefused("no/such/file.jpg", SKCodecResult.InternalError);

    static void AssertRefused(string path, SKCodecResult expected)
    {
        Assert.Null(SKCodec.Create(path, out var result));
        Assert.Equal(expected, result);
    }

    [Fact]
    public void A_cut_file_is_a_success_only_where_all_its_pixels_are_there()
    {
        foreach (var whole in new[] { Jpeg(24, 24), Samples.Ramp(SKEncodedImageFormat.Png, 24, 24) })
            for (var length = 0; length < whole.Length; length++)
                if (Decoded(whole[..length]) is (SKCodecResult.Success, var pixels))
                    Assert.Equal(Decoded(whole).Pixels, pixels);
    }

    [Fact]
    public void Any_changed_byte_ends_in_a_result_and_never_in_a_crash()
    {
        foreach (var whole in new[] { Jpeg(24, 24), Samples.Ramp(SKEncodedImageFormat.Png, 24, 24) })
            for (var at = 0; at < whole.Length; at++)
            {
                var changed = (byte[])whole.Clone();
                changed[at] ^= 0xA5;
                Decoded(changed);
            }
    }

    static (SKCodecResult Result, byte[] Pixels) Decoded(byte[] bytes)
    {
        using var codec = Open(bytes);
        return codec is null ? (SKCodecResult.InvalidInput, []) : Samples.Decode(codec, 24, 24);
    }
}
