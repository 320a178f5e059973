namespace Derma.Training.Tests;

public sealed class PixelPackTests : IDisposable
{
    const int Size = 16;

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Pack => folder.File("set-16.pack");

    Photo[] Photos() => [.. Enumerable.Range(0, 5).Select(i => new Photo(Written($"P{i}.jpg"), i % 2, $"L{i}", i < 3 ? Subset.Train : Subset.Test))];

    string Written(string name)
    {
        if (!File.Exists(folder.File(name))) folder.Write(name, PhotoBytes.Named(Path.GetFileNameWithoutExtension(name)));
        return folder.File(name);
    }

    [Fact]
    public void A_pack_gives_the_pixels_of_its_photos_in_any_order_without_opening_one()
    {
        var photos = Photos();
        Assert.Empty(PixelPack.Write(photos, Size, threads: 2, Pack));
        var decoded = PixelCache.Load(photos, Size, threads: 1);
        Photo[] wanted = [photos[4], photos[1]];
        var packed = PixelPack.Open(Pack).Pixels(wanted, Size)!;
        Assert.Equal(wanted, new[] { packed.Photo(0), packed.Photo(1) });
        Assert.Equal(decoded.Pixels(4).ToArray(), packed.Pixels(0).ToArray());
        Assert.Equal(decoded.Pixels(1).ToArray(), packed.Pixels(1).ToArray());
    }

    [Fact]
    public void A_photo_that_cannot_be_decoded_is_named_and_is_not_in_the_pack()
    {
        Photo[] photos = [.. Photos(), new Photo(folder.File("bad.jpg"), 0, "L9", Subset.Train)];
        folder.Write("bad.jpg", "no photo"u8.ToArray());
        Assert.EndsWith("bad.jpg", Assert.Single(PixelPack.Write(photos, Size, threads: 1, Pack)).Path);
        Assert.Null(PixelPack.Open(Pack).Pixels(photos, Size));
        Assert.Equal(5, PixelPack.Open(Pack).Pixels(photos[..5], Size)!.Count);
    }

    [Fact]
    public void Another_size_and_a_photo_that_has_changed_since_are_not_answered_from_the_past()
    {
        var photos = Photos();
        PixelPack.Write(photos, Size, threads: 1, Pack);
        Assert.Null(PixelPack.Open(Pack).Pixels(photos, Size * 2));
        File.SetLastWriteTimeUtc(photos[2].Path, DateTime.UtcNow.AddMinutes(1));
        Assert.Null(PixelPack.Open(Pack).Pixels(photos, Size));
        Assert.NotNull(PixelPack.Open(Pack).Pixels(photos[..2], Size));
    }

    [Theory]
    [InlineData(-1, "cut short")]
    [InlineData(-700, "cut short")]
    [InlineData(0, "other bytes")]
    [InlineData(5, "behind its end")]
    public void A_pack_that_is_cut_short_longer_or_altered_is_refused_by_name(int change, string reason)
    {
        PixelPack.Write(Photos(), Size, threads: 1, Pack);
        var bytes = File.ReadAllBytes(Pack);
        bytes[^1] ^= (byte)(change == 0 ? 1 : 0);
        File.WriteAllBytes(Pack, change < 0 ? bytes[..(bytes.Length + change)] : [.. bytes, .. new byte[change]]);
        var message = Assert.Throws<UserError>(() => PixelPack.Open(Pack)).Message;
        Assert.StartsWith(Pack, message);
        Assert.Contains(reason, message);
    }

    [Fact]
    public void What_is_no_pack_is_called_none()
    {
        File.WriteAllText(Pack, "some text that is no pack of anything");
        Assert.Contains("is no pack of pixels", Assert.Throws<UserError>(() => PixelPack.Open(Pack)).Message);
        File.WriteAllText(Pack, "");
        Assert.Contains("cut short", Assert.Throws<UserError>(() => PixelPack.Open(Pack)).Message);
    }
}
