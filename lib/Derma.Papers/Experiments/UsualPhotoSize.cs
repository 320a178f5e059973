using SkiaSharp;

namespace Derma.Papers;

/// <summary>How large the photos of a set are before anything is resized.</summary>
static class UsualPhotoSize
{
    /// <summary>The size that most photos have, read from their headers; (0, 0) where no header can be read.</summary>
    public static (int Width, int Height) UsualSize(this PhotoSet photos) => photos.Photos
        .AsParallel()
        .Select(photo => { using var codec = SKCodec.Create(photo.Path, out _); return codec is null ? default : (codec.Info.Width, codec.Info.Height); })
        .GroupBy(size => size)
        .MaxBy(group => group.Count())?.Key ?? default;
}
