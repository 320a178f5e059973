namespace Derma.Bench;

/// <summary>Drawn photos in memory.</summary>
static class BenchPhotos
{
    const int Size = 256;

    public static IReadOnlyList<byte[]> Some(int count)
    {
        var folder = Directory.CreateTempSubdirectory("derma-bench-").FullName;
        try
        {
            var drawn = DrawnPhotos.Open(new SyntheticOptions { Size = Size, TrainPhotos = 64, TestPhotos = 32 }, folder);
            return [.. drawn.Photos.Take(count).Select(photo => File.ReadAllBytes(photo.Path))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
