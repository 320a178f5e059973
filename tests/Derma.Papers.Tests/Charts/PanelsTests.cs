using AngleSharp.Dom;
using SkiaSharp;

namespace Derma.Papers.Tests;

public sealed class PanelsTests : IDisposable
{
    static readonly string[] Classes = ["acne", "lupus", "moles", "tinea", "vitiligo", "warts <x>"];
    static readonly float[] Probabilities = [0.05f, 0.5f, 0.25f, 0.125f, 0.055f, 0.02f];
    const int JpegError = 6;

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_prediction_lists_the_five_likeliest_and_unfolds_all()
    {
        var page = Panels.Prediction(Photo("a.jpg", 200, 80, 40), Classes, Probabilities).Parsed();
        Assert.Equal(["lupus", "moles", "tinea", "vitiligo", "acne"], page.QuerySelectorAll("div > table th").Select(cell => cell.TextContent));
        Assert.Equal(Classes.Length, page.QuerySelectorAll("details tr").Length);
        Assert.Equal("50.0 %", page.QuerySelector(".dw-share")!.TextContent);
        Assert.Equal("width:50%", page.QuerySelector("i")!.GetAttribute("style"));
    }

    [Theory]
    [InlineData(1, "✓ right:")]
    [InlineData(5, "✗ wrong:")]
    public void Right_and_wrong_are_said_in_words(int label, string verdict)
    {
        var page = Panels.Prediction(Photo("a.jpg", 200, 80, 40), Classes, Probabilities, label).Parsed();
        Assert.Contains(verdict, page.QuerySelector("p")!.TextContent);
        Assert.Equal($"Photo of class {Classes[label]}", page.QuerySelector("img")!.GetAttribute("alt"));
        Assert.Contains($"{Classes[label]} (true)", page.QuerySelectorAll("details th").Select(cell => cell.TextContent));
    }

    [Fact]
    public void The_photo_lies_small_inside_the_page()
    {
        using var image = Image(Panels.Prediction(Photo("a.jpg", 200, 80, 40), Classes, Probabilities).Parsed().QuerySelector("img")!);
        Assert.Equal((160, 160), (image.Width, image.Height));
        AssertColour(image, 200, 80, 40);
    }

    [Fact]
    public void Probabilities_that_do_not_fit_the_classes_are_refused() =>
        Assert.Throws<ArgumentException>(() => Panels.Prediction(Photo("a.jpg", 0, 0, 0), Classes, [1f]));

    [Fact]
    public void A_photo_that_is_missing_is_named() =>
        Assert.Contains("gone.jpg", Assert.Throws<UserError>(() => Panels.Prediction(folder.File("gone.jpg"), Classes, Probabilities)).Message);

    [Fact]
    public void A_grid_shows_so_many_of_each_class_and_says_which_it_cannot_read()
    {
        File.WriteAllBytes(folder.File("bad.jpg"), []);
        Photo[] photos = [.. Enumerable.Range(0, 5).Select(i => new Photo(Photo($"{i}.jpg", 40 * i, 0, 0), 0, $"{i}", Subset.Train)), new(folder.File("bad.jpg"), 1, "b", Subset.Train)];
        var page = Panels.SampleGrid(new PhotoSet("s", "Set", true, ["acne", "lupus"], photos), perClass: 3).Parsed();
        var rows = page.QuerySelectorAll("section");
        Assert.Equal(["acne (5)", "lupus (1)"], rows.Select(row => row.QuerySelector("p")!.TextContent));
        Assert.Equal(["0.jpg", "1.jpg", "3.jpg"], rows[0].QuerySelectorAll("img").Select(image => image.GetAttribute("title")));
        Assert.Contains("bad.jpg", rows[1].TextContent);
    }

    [Fact]
    public void Augmentations_show_the_photo_first()
    {
        float[] pixels = [.. Enumerable.Repeat(1f, 16 * 16 * 3), .. Enumerable.Repeat(0f, 16 * 16 * 3)];
        var page = Panels.Augmentations(pixels, 16).Parsed();
        Assert.Equal(["original", "variant 1"], page.QuerySelectorAll("figcaption").Select(text => text.TextContent));
        using var first = Image(page.QuerySelector("img")!);
        AssertColour(first, 255, 255, 255);
    }

    [Fact]
    public void Values_that_are_no_whole_photo_are_refused() => Assert.Throws<ArgumentException>(() => Panels.Augmentations(new float[7], 16));

    string Photo(string name, int red, int green, int blue)
    {
        using var bitmap = new SKBitmap(64, 32, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i += 4) (pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]) = ((byte)red, (byte)green, (byte)blue, 255);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        File.WriteAllBytes(folder.File(name), data.ToArray());
        return folder.File(name);
    }

    static SKBitmap Image(IElement image) => SKBitmap.Decode(Convert.FromBase64String(image.GetAttribute("src")!["data:image/jpeg;base64,".Length..]));

    static void AssertColour(SKBitmap image, int red, int green, int blue)
    {
        var pixel = image.GetPixelSpan()[..4].ToArray();
        var first = image.ColorType == SKColorType.Bgra8888 ? 2 : 0;
        Assert.InRange(pixel[first], red - JpegError, red + JpegError);
        Assert.InRange(pixel[1], green - JpegError, green + JpegError);
        Assert.InRange(pixel[2 - first], blue - JpegError, blue + JpegError);
    }
}
