using System.Globalization;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace Derma.Imaging.Tests;

/// <summary>What a decode takes at its height, native memory included; nothing else runs beside these tests.</summary>
[Collection(Name), CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DecodeMemoryTests : IDisposable
{
    const string Name = "memory of a decode", Status = "/proc/self/status", Reset = "/proc/self/clear_refs";
    const int Size = 224, Megabyte = 1 << 20, Slack = 24; // megabytes for the file, its rows and the runtime

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public void A_large_JPEG_is_never_held_whole()
    {
        const int width = 6000, height = 4000; // 92 MB of pixels; an eighth of it in each direction is still larger than needed
        var path = folder.Write("large.jpg", Drawings.Encode(width, height, SKEncodedImageFormat.Jpeg, (x, y) => (x % 256, y % 256, 128)));
        Assert.InRange(MegabytesToDecode(path), 0, Slack);
    }

    [SkippableFact]
    public void A_large_PNG_is_held_once()
    {
        const int width = 4000, height = 3000;
        var path = folder.Write("large.png", PngBytes.Make(width, height, 8, PngBytes.Rgb, new byte[width * height * 3]));
        Assert.InRange(MegabytesToDecode(path), 0, width * height * 4 / Megabyte + Slack);
    }

    [SkippableTheory]
    [InlineData("bomb.png")]
    [InlineData("bomb.jpg")]
    public void A_photo_that_claims_to_be_enormous_takes_nothing(string name)
    {
        var path = folder.Write(name, BadPhotos.All.Single(photo => photo.Name == name).Bytes);
        Assert.InRange(MegabytesToDecode(path), 0, Slack / 2);
    }

    static double MegabytesToDecode(string path)
    {
        Skip.IfNot(File.Exists(Reset), "There is no /proc here.");
        var rgb = new byte[Size * Size * 3];
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText(Reset, "5"); // sets the highest resident size to the present one
        var before = Highest();
        PhotoDecoder.TryDecode(path, Size, rgb, out _);
        return (Highest() - before) / 1024.0;
    }

    static long Highest() => long.Parse(Regex.Match(File.ReadAllText(Status), @"VmHWM:\s*(\d+) kB").Groups[1].Value, CultureInfo.InvariantCulture);
}
