using Microsoft.ML.OnnxRuntime;

namespace Derma.TestSupport;

/// <summary>Runs a model file as any program would, without this library.</summary>
static class OnnxRun
{
    public static IReadOnlyDictionary<string, float[]> Of(string path, float[] photos, int size, string input = "pixels")
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1 };
        using var session = new InferenceSession(path, options);
        using var pixels = OrtValue.CreateTensorValueFromMemory(photos, [photos.Length / (3 * size * size), 3, size, size]);
        using var run = new RunOptions();
        string[] names = [.. session.OutputMetadata.Keys];
        using var values = session.Run(run, [input], [pixels], names);
        return names.Select((name, i) => (name, values[i].GetTensorDataAsSpan<float>().ToArray())).ToDictionary();
    }
}
