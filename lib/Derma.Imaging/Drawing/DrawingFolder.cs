using System.Text.Json;
using SkiaSharp;

namespace Derma.Imaging;

/// <summary>Drawings as JPEG files in one folder per class, below <c>train</c> and <c>test</c>.</summary>
internal sealed class DrawingFolder(SyntheticOptions options, string folder)
{
    /// <summary>Says what the folder holds; a folder without one holds nothing of ours.</summary>
    public const string Marker = "drawings.json";

    const string LockName = "drawings.lock", OurPrefix = "drawings.";

    /// <summary>Raised with every change that gives other pictures, so that old folders are drawn anew.</summary>
    const int Revision = 1;

    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, IncludeFields = true };

    string MarkerPath => Path.Combine(folder, Marker);

    /// <summary>
    /// Draws everything unless it is there already; each file appears whole. Of several processes that want the same drawings one draws and
    /// the others wait.
    /// </summary>
    public void Complete(CancellationToken cancellation)
    {
        if (IsFinished()) return;
        var (train, test) = (options.Recipe.CountPerClass(options.TrainPhotos), options.Recipe.CountPerClass(options.TestPhotos));
        RequireOurs();
        using var alone = FileLock.Take(Path.Combine(folder, LockName), cancellation);
        if (IsFinished()) return;
        RemoveOthers();
        AtomicFile.WriteText(MarkerPath, Description(finished: false));
        Parallel.ForEach(
            [.. Subset("train", train, parity: 0), .. Subset("test", test, parity: 1)],
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : -1 },
            () => new JpegPainter(options),
            (drawing, _, painter) => { painter.Save(drawing); return painter; },
            painter => painter.Dispose());
        AtomicFile.WriteText(MarkerPath, Description(finished: true));
    }

    bool IsFinished() => File.Exists(MarkerPath) && File.ReadAllText(MarkerPath) == Description(finished: true);

    // The marker is asked for last: whoever has begun to draw wrote it before any drawing.
    void RequireOurs()
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(IsForeign) && !File.Exists(MarkerPath))
            throw new UserError($"{folder} holds files that are not drawings of this program; name another folder for them.");
    }

    void RemoveOthers()
    {
        if (!File.Exists(MarkerPath) || File.ReadAllText(MarkerPath) == Description(finished: false)) return;
        foreach (var subset in new[] { "train", "test" }.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
            Directory.Delete(subset, recursive: true);
    }

    static bool IsForeign(string path) => !Path.GetFileName(path).StartsWith(OurPrefix, StringComparison.Ordinal);

    IEnumerable<Drawing> Subset(string name, int[] counts, int parity)
    {
        for (var label = 0; label < counts.Length; label++)
        {
            var path = Directory.CreateDirectory(Path.Combine(folder, name, options.Recipe.Conditions[label].Name)).FullName;
            for (var index = 0; index < counts[label]; index++)
                yield return new Drawing(label, 2L * index + parity, Path.Combine(path, $"{index + 1:0000}.jpg"));
        }
    }

    string Description(bool finished) => JsonSerializer.Serialize(
        new
        {
            About = "Drawn by a program for teaching; no photo of anyone.",
            Revision,
            Recipe = options.Recipe.Id,
            options.Size,
            options.TrainPhotos,
            options.TestPhotos,
            options.PhotosPerLesion,
            options.Seed,
            options.Difficulty,
            Finished = finished,
        },
        Json);
}

/// <summary>One file to draw.</summary>
/// <param name="Label">The class.</param>
/// <param name="Number">Which drawing of the class.</param>
/// <param name="Path">The file.</param>
internal readonly record struct Drawing(int Label, long Number, string Path);

/// <summary>A painter with the buffers to write JPEG files; one per thread.</summary>
internal sealed class JpegPainter(SyntheticOptions options) : IDisposable
{
    readonly Painter painter = new(options);
    readonly byte[] rgb = new byte[options.Size * options.Size * 3];
    readonly SKBitmap bitmap = new(options.Size, options.Size, SKColorType.Rgba8888, SKAlphaType.Opaque);

    public void Save(Drawing drawing)
    {
        painter.Draw(drawing.Label, drawing.Number, rgb);
        Widen(rgb, bitmap.GetPixelSpan());
        var quality = Dice.Of(options.Seed, drawing.Label, drawing.Number, 1).Whole((80, 95));
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        // No flush to the disk: after a power cut the marker is missing too, and everything is drawn again.
        AtomicFile.Write(drawing.Path, jpeg.SaveTo, flush: false);
    }

    public void Dispose() => bitmap.Dispose();

    static void Widen(ReadOnlySpan<byte> rgb, Span<byte> rgba)
    {
        for (int from = 0, to = 0; from < rgb.Length; from += 3, to += 4)
            (rgba[to], rgba[to + 1], rgba[to + 2], rgba[to + 3]) = (rgb[from], rgb[from + 1], rgb[from + 2], byte.MaxValue);
    }
}
