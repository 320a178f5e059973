using System.Security.Cryptography;
using System.Text.Json;

namespace Derma.Training;

/// <summary>
/// Photos decoded once into one file: a second reading opens no photo, and a shared disk serves one long file in place of thousands of
/// small ones. A pack holds copies of the photos' pixels, so it is made where somebody asks for it and is as private as they are.
/// </summary>
/// <remarks>
/// The file: eight letters, the length of a header, the header as JSON (size, the photos, the hash of the pixels), then size x size x 3
/// bytes a photo. Where a photo's file has another length or time than the header has, the pack is of the past and is not used.
/// </remarks>
public sealed class PixelPack
{
    const int ReadBatch = 64;

    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    readonly string path;
    readonly Header header;
    readonly long start;
    readonly Dictionary<string, int> places;

    PixelPack(string path, Header header, long start)
    {
        (this.path, this.header, this.start) = (path, header, start);
        places = header.Photos.Select((photo, i) => (photo.Path, i)).ToDictionary(StringComparer.Ordinal);
    }

    static ReadOnlySpan<byte> Letters => "DERMAPX1"u8;

    int PhotoBytes => header.Size * header.Size * 3;

    /// <summary>Where a set's pack of one size lies.</summary>
    /// <param name="folder">The folder of packs.</param>
    /// <param name="id">The set's name.</param>
    /// <param name="size">Width and height in pixels.</param>
    public static string FileIn(string folder, string id, int size) => Path.Combine(folder, $"{id}-{size}.pack");

    /// <summary>Decodes photos into a file, whole or not at all.</summary>
    /// <param name="photos">The photos, of whatever part.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="threads">Photos decoded at the same time.</param>
    /// <param name="path">The file to replace.</param>
    /// <param name="progress">Told now and then how many photos are done.</param>
    /// <param name="cancellation">Stops between two photos.</param>
    /// <returns>The photos that could not be decoded.</returns>
    public static IReadOnlyList<SkippedPhoto> Write(
        IReadOnlyList<Photo> photos, int size, int threads, string path, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        var cache = PixelCache.Load(photos, size, threads, progress, cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < cache.Count; i++) hash.AppendData(cache.Pixels(i));
        PackedPhoto[] packed = [.. Enumerable.Range(0, cache.Count).Select(i => PackedPhoto.Of(cache.Photo(i).Path))];
        var header = JsonSerializer.SerializeToUtf8Bytes(new Header(size, Convert.ToHexStringLower(hash.GetHashAndReset()), packed), json);
        AtomicFile.Write(path, file =>
        {
            file.Write(Letters);
            file.Write(BitConverter.GetBytes(header.Length));
            file.Write(header);
            for (var i = 0; i < cache.Count; i++) file.Write(cache.Pixels(i));
        });
        return cache.Skipped;
    }

    /// <summary>Opens a pack.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UserError">It is no pack, is cut short, or holds other bytes than were written.</exception>
    public static PixelPack Open(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var (letters, length) = (new byte[Letters.Length], new byte[sizeof(int)]);
            file.ReadExactly(letters);
            file.ReadExactly(length);
            if (!letters.AsSpan().SequenceEqual(Letters)) throw Broken(path, "is no pack of pixels");
            var text = new byte[Math.Clamp(BitConverter.ToInt32(length), 0, (int)Math.Min(file.Length, int.MaxValue))];
            file.ReadExactly(text);
            var header = JsonSerializer.Deserialize<Header>(text, json) ?? throw Broken(path, "has no header");
            var pack = new PixelPack(path, header, file.Position);
            pack.RequireWhole(file);
            return pack;
        }
        catch (EndOfStreamException)
        {
            throw Broken(path, "is cut short");
        }
        catch (JsonException)
        {
            throw Broken(path, "has a header that cannot be read");
        }
    }

    /// <summary>The pixels of photos that the pack has; null where it lacks one, or one's file has changed since.</summary>
    /// <param name="photos">Photos of the packed set.</param>
    /// <param name="size">Width and height in pixels.</param>
    public PixelCache? Pixels(IReadOnlyList<Photo> photos, int size)
    {
        if (size != header.Size || !photos.All(IsAsPacked)) return null;
        using var file = File.OpenHandle(path);
        return PixelCache.Read(photos, size, (i, pixels) => Read(file, places[photos[i].Path], pixels));
    }

    bool IsAsPacked(Photo photo) => places.TryGetValue(photo.Path, out var place) && PackedPhoto.Of(photo.Path) == header.Photos[place];

    void Read(Microsoft.Win32.SafeHandles.SafeFileHandle file, int place, Span<byte> pixels)
    {
        var offset = start + (long)place * PhotoBytes;
        for (var read = 0; read < pixels.Length;)
            if (RandomAccess.Read(file, pixels[read..], offset + read) is > 0 and var bytes) read += bytes;
            else throw Broken(path, "is cut short");
    }

    void RequireWhole(FileStream file)
    {
        if (file.Length - start != (long)header.Photos.Count * PhotoBytes) throw Broken(path, "is cut short or has bytes behind its end");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Math.Max(1, ReadBatch * PhotoBytes)];
        for (int read; (read = file.Read(buffer)) > 0;) hash.AppendData(buffer, 0, read);
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != header.Pixels) throw Broken(path, "holds other bytes than were written");
    }

    static UserError Broken(string path, string what) => new($"{path} {what}; delete it, or './workbook data pack' makes it anew.");

    sealed record Header(int Size, string Pixels, IReadOnlyList<PackedPhoto> Photos);

    /// <summary>A photo's file as it was.</summary>
    sealed record PackedPhoto(string Path, long Bytes, long Changed)
    {
        public static PackedPhoto Of(string path)
        {
            var file = PhotoFile.Resolve(path);
            return new PackedPhoto(path, file.Length, file.LastWriteTimeUtc.Ticks);
        }
    }
}
