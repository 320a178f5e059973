using SkiaSharp;

namespace Derma.Papers.Tests;

public class DrawnPhotoTests
{
    [Fact]
    public void It_is_a_JPEG_of_the_asked_size_with_detail_like_a_photos()
    {
        var photo = DrawnPhoto.Of(600, 450);
        using var data = SKData.CreateCopy(photo.Jpeg.ToArray());
        using var codec = SKCodec.Create(data);
        Assert.Equal((600, 450), (codec.Info.Width, codec.Info.Height));
        Assert.InRange(photo.Jpeg.Length, 40_000, 250_000); // photos of that size at quality 90
    }

    [Fact]
    public void It_is_the_same_each_time_and_another_for_another_class()
    {
        Assert.Equal(DrawnPhoto.Of(300, 200).Jpeg.ToArray(), DrawnPhoto.Of(300, 200).Jpeg.ToArray());
        Assert.NotEqual(DrawnPhoto.Of(300, 200).Jpeg.ToArray(), DrawnPhoto.Of(300, 200, label: 2).Jpeg.ToArray());
    }
}
