using Derma.Models;
using Derma.Prediction;

namespace Derma.Onnx;

/// <summary>Writes networks as ONNX files that <see cref="Predictor"/> and other runtimes read.</summary>
public static class OnnxExport
{
    /// <summary>Writes one network.</summary>
    public static void Save(Classifier model, ModelInfo info, string path) => throw new NotImplementedException();

    /// <summary>Writes a weighted vote as one graph.</summary>
    public static void SaveEnsemble(IReadOnlyList<EnsembleMember> members, ModelInfo info, string path) => throw new NotImplementedException();
}
