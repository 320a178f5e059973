using System.Diagnostics;
using SkiaSharp;

namespace Derma.Bench;

/// <summary>
/// Decodes JPEG photos of 600 x 450 pixels, as HAM10000 has them, on one core: the whole path from the file to a square, and the codec alone at the
/// same scale. Counts processor time beside the clock's, which says more on a machine that others use.
/// </summary>
static class DecodeBench
{
    const int Width = 600, Height = 450, Quality = 90, Rounds = 5;

    public static int Run(int size, int photos)
    {
        var folder = Directory.CreateTempSubdirectory("derma-bench-").FullName;
        try
        {
            string[] files = [.. Enumerable.Range(0, photos).Select(i => Photo(Path.Combine(folder, $"{i}.jpg"), i))];
            var (rgb, pixels) = (new byte[size * size * 3], new byte[Width * Height * 4]);
            Action<string> whole = file => PhotoDecoder.Decode(file, size, rgb), codec = file => Codec(file, size, pixels);
            Measure(files, whole);
            Measure(files, codec);
            Report.Write(new { size, photos, kib = new FileInfo(files[0]).Length / 1024, whole = Best(files, whole), codec = Best(files, codec) });
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static object Best(string[] files, Action<string> decode)
    {
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Measure(files, decode)).ToArray();
        return new { a_second = files.Length / rounds.Min(round => round.Clock), a_second_and_core = files.Length / rounds.Min(round => round.Processor) };
    }

    static (double Clock, double Processor) Measure(string[] files, Action<string> decode)
    {
        using var process = Process.GetCurrentProcess();
        var (before, begun) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        foreach (var file in files) decode(file);
        var clock = Stopwatch.GetElapsedTime(begun);
        process.Refresh();
        return (clock.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    static unsafe void Codec(string file, int size, byte[] pixels)
    {
        using var codec = SKCodec.Create(file);
        var scaled = codec.GetScaledDimensions((int)Math.Min(Math.Ceiling(8.0 * size / Height), 8) / 8f);
        var info = new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        fixed (byte* target = pixels)
            if (codec.GetPixels(info, (IntPtr)target) != SKCodecResult.Success) throw new InvalidOperationException($"{file} cannot be decoded.");
    }

    // Soft shapes with a little grain: about 40 kB, as a dermoscopic photo has.
    static string Photo(string path, int seed)
    {
        var random = new Random(seed);
        var (across, down) = (0.01 + random.NextDouble() / 20, 0.01 + random.NextDouble() / 20);
        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var shade = 60 * Math.Sin(i / 4 % Width * across) * Math.Cos(i / 4 / Width * down);
            (pixels[i], pixels[i + 1]) = ((byte)(180 + shade + random.Next(14)), (byte)(130 + shade + random.Next(14)));
            (pixels[i + 2], pixels[i + 3]) = ((byte)(110 + 0.7 * shade + random.Next(14)), byte.MaxValue);
        }
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, Quality);
        File.WriteAllBytes(path, jpeg.ToArray());
        return path;
    }
}
