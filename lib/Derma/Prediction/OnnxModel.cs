using System.Buffers;
using Derma.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Derma.Prediction;

/// <summary>A model file in ONNX Runtime.</summary>
sealed class OnnxModel : IDisposable
{
    readonly InferenceSession session;
    readonly string[] outputs;

    OnnxModel(InferenceSession session, ModelInfo info, string provider)
    {
        (this.session, Info, Provider) = (session, info, provider);
        HasExactMap = ExportMetadata.HasExactMap(session.ModelMetadata.CustomMetadataMap);
        outputs = [.. ((string[])[OnnxExport.Probabilities, OnnxExport.Members, OnnxExport.HeatMap]).Where(session.OutputMetadata.ContainsKey)];
    }

    public ModelInfo Info { get; }

    public string Provider { get; }

    public bool HasExactMap { get; }

    /// <exception cref="UserError">The file is missing, is no model, or was not written by this library.</exception>
    public static OnnxModel Load(string path, PredictorOptions options)
    {
        if (!File.Exists(path)) throw new UserError($"There is no model file {path}; './workbook export' writes one from a finished run.");
        var (session, provider) = Sessions.Open(path, options);
        if (ExportMetadata.Info(session.ModelMetadata.CustomMetadataMap) is { } info && session.OutputMetadata.ContainsKey(OnnxExport.Probabilities))
            return new OnnxModel(session, info, provider);
        session.Dispose();
        throw new UserError($"{path} is an ONNX model, but not one that this library wrote: it does not say which classes it knows. './workbook export' writes one.");
    }

    /// <summary>Runs photos of the model's size at once.</summary>
    public ModelRun Run(IReadOnlyList<PreparedPhoto> photos, Mirror mirror)
    {
        var floats = 3 * Info.ImageSize * Info.ImageSize;
        var rented = ArrayPool<float>.Shared.Rent(photos.Count * floats);
        try
        {
            for (var i = 0; i < photos.Count; i++) PixelPlanes.Write(photos[i].Rgb, Info.ImageSize, mirror, rented.AsSpan(i * floats, floats));
            return Run(rented.AsMemory(0, photos.Count * floats), photos.Count, mirror);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    public void Dispose() => session.Dispose();

    ModelRun Run(Memory<float> planes, int photos, Mirror mirror)
    {
        using var pixels = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, planes, [photos, 3, Info.ImageSize, Info.ImageSize]);
        using var options = new RunOptions();
        using var values = session.Run(options, [GraphBuilder.Pixels], [pixels], outputs);
        float[] Values(string output) => Array.IndexOf(outputs, output) is >= 0 and var at ? values[at].GetTensorDataAsSpan<float>().ToArray() : [];
        var maps = Values(OnnxExport.HeatMap);
        return new ModelRun(
            mirror, Info.Classes.Count, Values(OnnxExport.Probabilities), Values(OnnxExport.Members), maps, (int)Math.Sqrt(maps.Length / photos));
    }
}
