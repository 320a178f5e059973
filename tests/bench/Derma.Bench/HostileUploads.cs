using Derma.TestSupport;
namespace Derma.Bench;

/// <summary>The list that the service is held against.</summary>
static class HostileUploads
{
    const string PhotoSection = "--edge\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n";

    /// <param name="photo">A good JPEG.</param>
    public static IReadOnlyList<HostileUpload> All(byte[] photo) =>
    [
        HostileUpload.File("empty", []),
        HostileUpload.File("30 MB", new byte[30_000_000]),
        HostileUpload.File("wrong type (GIF)", "GIF89a and so on"u8.ToArray()),
        HostileUpload.File("a page that ends as a photo", [.. "<html><script>1</script></html>"u8, .. photo]),
        HostileUpload.File("a photo that ends as a page (accepted)", [.. photo, .. "<html><script>1</script></html>"u8]),
        HostileUpload.File("truncated", photo[..(photo.Length / 2)]),
        HostileUpload.File("bomb, 14,000 x 14,000 PNG", OneColour(14_000, 14_000)),
        HostileUpload.File("1 x 1", OneColour(1, 1)),
        HostileUpload.File("65,500 x 1", OneColour(65_500, 1)),
        HostileUpload.File("CMYK, 16 px (accepted)", Named("cmyk.jpg")),
        HostileUpload.File("16-bit, 16 px (accepted)", Named("16-bit.png")),
        HostileUpload.File("turned by EXIF, 16 px (accepted)", Named("turned-by-exif.jpg")),
        HostileUpload.File("animated (GIF)", Animated()),
        HostileUpload.File("path in the file name (accepted)", photo, "../../../etc/passwd"),
        HostileUpload.Form("1,000 form fields", ManyFields),
        HostileUpload.Endless("chunked without end", "Transfer-Encoding: chunked\r\n\r\n" + Chunk(PhotoSection), Chunk(new string('x', 64 << 10)), TimeSpan.Zero),
        HostileUpload.Endless("slow sender", "Content-Length: 1000000\r\n\r\n" + PhotoSection, "x", TimeSpan.FromMilliseconds(200)),
    ];

    static byte[] OneColour(int width, int height) => PngBytes.Make(width, height, 8, PngBytes.Grey, new byte[width * height]);

    static byte[] Named(string name) => BadPhotos.All.Single(photo => photo.Name == name).Bytes;

    // Two empty frames of one pixel (GIF89a), with the looping block of animations.
    static byte[] Animated() =>
        [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0, .. Frame(), .. Frame(), 0x3B];

    static byte[] Frame() => [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];

    static MultipartFormDataContent ManyFields()
    {
        var form = new MultipartFormDataContent();
        for (var i = 0; i < 1000; i++) form.Add(new StringContent("x"), $"field{i}");
        return form;
    }

    static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";
}
