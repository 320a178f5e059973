namespace Derma.TestSupport;

/// <summary>The file of a small network with an exact heat map, and photos for it.</summary>
public sealed class SmallModel : IDisposable
{
    public const int Size = 40, Classes = 5;

    public const double Temperature = 0.25;

    readonly TemporaryFolder folder = new();

    public SmallModel()
    {
        Network = Exports.Filled(new PaperCnn(new() { Classes = Classes, ImageSize = Size, Filters = [8, 16], Dense = [], Head = HeadActivation.Softmax }));
        OnnxExport.Save(Network, Exports.Info(Classes, Size) with { Temperature = Temperature }, Path);
    }

    public Classifier Network { get; }

    public string Path => File("small.onnx");

    public string File(string name) => folder.File(name);

    public Predictor Load(PredictorOptions? options = null) => Predictor.Load(Path, options);

    public float[] Logits(PreparedPhoto photo) => Exports.Logits(
        Network, [.. from c in Enumerable.Range(0, 3) from i in Enumerable.Range(0, Size * Size) select photo.Rgb[i * 3 + c] / 255f], Size);

    public static PreparedPhoto Photo(int seed, int size = Size)
    {
        var rgb = new byte[size * size * 3];
        new Random(seed).NextBytes(rgb);
        // Brighter to one side and one corner, so that mirror images differ.
        for (var i = 0; i < rgb.Length; i++) rgb[i] = (byte)(rgb[i] * (i / 3 % size + i / 3 / size * seed % size + 1) / (2 * size));
        return new PreparedPhoto(size, rgb, []);
    }

    public static PreparedPhoto Mirrored(PreparedPhoto photo, Func<int, int, int, (int X, int Y)> source)
    {
        var rgb = new byte[photo.Rgb.Length];
        for (var y = 0; y < photo.Size; y++)
            for (var x = 0; x < photo.Size; x++)
                for (var c = 0; c < 3; c++)
                {
                    var from = source(x, y, photo.Size - 1);
                    rgb[(y * photo.Size + x) * 3 + c] = photo.Rgb[(from.Y * photo.Size + from.X) * 3 + c];
                }
        return photo with { Rgb = rgb };
    }

    public void Dispose()
    {
        Network.Dispose();
        folder.Dispose();
    }
}
