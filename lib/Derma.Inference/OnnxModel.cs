using System.Buffers;
using Microsoft.ML.OnnxRuntime;

namespace Derma.Inference;

/// <summary>A model file in ONNX Runtime.</summary>
public sealed class OnnxModel : IDisposable
{
    readonly IModelRunner runner;
    readonly string[] outputs;

    OnnxModel(InferenceSession session, ModelInfo info, string provider, Func<IModelRunner> runner)
    {
        (Info, Provider) = (info, provider);
        HasExactMap = ModelContract.HasExactMap(session.ModelMetadata.CustomMetadataMap);
        string[] known = [ModelContract.Probabilities, ModelContract.Members, ModelContract.HeatMap];
        outputs = [.. known.Where(session.OutputMetadata.ContainsKey)];
        this.runner = runner();
    }

    /// <summary>What the file says of itself.</summary>
    public ModelInfo Info { get; }

    /// <summary>Where it runs: "CPU" or "CUDA".</summary>
    public string Provider { get; }

    /// <summary>How its work is laid on the threads, such as "one graph, 2 threads".</summary>
    public string Schedule => runner.Words;

    /// <summary>Whether its heat map is an exact class activation map, and not a Grad-CAM.</summary>
    public bool HasExactMap { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="UserError">The file is missing, is no model, or was not written by this library.</exception>
    public static OnnxModel Load(string path, PredictorOptions options)
    {
        if (!File.Exists(path)) throw new UserError($"There is no model file {path}; './workbook export' writes one from a finished run.");
        var (session, provider) = Sessions.Open(path, options);
        var described = ModelContract.Info(session.ModelMetadata.CustomMetadataMap);
        if (described is { } info && session.OutputMetadata.ContainsKey(ModelContract.Probabilities))
            return new OnnxModel(session, info, provider, () => RunnerChoice.Of(path, session, info, options, provider));
        session.Dispose();
        throw new UserError(
            $"{path} is an ONNX model, but not one that this library wrote: it does not say which classes it knows. "
            + "'./workbook export' writes one.");
    }

    /// <summary>Runs photos of the model's size at once.</summary>
    public ModelRun Run(IReadOnlyList<PreparedPhoto> photos, Mirror mirror)
    {
        var values = Values(photos, mirror, outputs);
        float[] maps = values.GetValueOrDefault(ModelContract.HeatMap, []), members = values.GetValueOrDefault(ModelContract.Members, []);
        var mapSize = (int)Math.Sqrt(maps.Length / photos.Count);
        return new ModelRun(mirror, Info.Classes.Count, values[ModelContract.Probabilities], members, maps, mapSize);
    }

    /// <summary>The named outputs for photos of the model's size.</summary>
    public Dictionary<string, float[]> Values(IReadOnlyList<PreparedPhoto> photos, Mirror mirror, params string[] names)
    {
        var floats = 3 * Info.ImageSize * Info.ImageSize;
        var rented = ArrayPool<float>.Shared.Rent(photos.Count * floats);
        try
        {
            for (var i = 0; i < photos.Count; i++)
                PixelPlanes.Write(photos[i].Rgb, Info.ImageSize, mirror, rented.AsSpan(i * floats, floats));
            using var pixels = OrtValue.CreateTensorValueFromMemory(
                OrtMemoryInfo.DefaultInstance, rented.AsMemory(0, photos.Count * floats),
                [photos.Count, 3, Info.ImageSize, Info.ImageSize]);
            return names.Zip(runner.Run(pixels, names)).ToDictionary(pair => pair.First, pair => pair.Second);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => runner.Dispose();
}

/// <summary>What one run of a model gave, photo by photo.</summary>
/// <param name="Mirror">How the photos were mirrored.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Probabilities">photos x classes.</param>
/// <param name="Members">photos x networks x classes; empty for a single network.</param>
/// <param name="HeatMaps">photos x size x size; empty where the model has none.</param>
/// <param name="MapSize">Width and height of a heat map.</param>
public sealed record ModelRun(Mirror Mirror, int Classes, float[] Probabilities, float[] Members, float[] HeatMaps, int MapSize)
{
    /// <summary>The probabilities of one photo.</summary>
    public ReadOnlySpan<float> Row(int photo) => Probabilities.AsSpan(photo * Classes, Classes);

    /// <summary>The heat map of one photo, mirrored back.</summary>
    public float[] HeatMap(int photo)
    {
        var map = HeatMaps.AsSpan(photo * MapSize * MapSize, MapSize * MapSize).ToArray();
        for (var y = 0; y < MapSize && Mirror == Mirror.LeftRight; y++) map.AsSpan(y * MapSize, MapSize).Reverse();
        return Mirror == Mirror.UpsideDown ? [.. map.Chunk(MapSize).Reverse().SelectMany(row => row)] : map;
    }
}
