namespace Derma.Prediction;

/// <summary>Answers photos with an exported model. Safe for use by several threads at once.</summary>
public sealed class Predictor : IDisposable
{
    Predictor(ModelInfo info, PredictorOptions options) => (Info, Options) = (info, options);

    /// <summary>What the model file says of itself.</summary>
    public ModelInfo Info { get; }

    /// <summary>How it answers.</summary>
    public PredictorOptions Options { get; }

    /// <summary>Where it runs: "CPU" or "CUDA".</summary>
    public string Provider => throw new NotImplementedException();

    /// <summary>Loads a model file that <c>OnnxExport</c> wrote.</summary>
    /// <exception cref="UserError">The file is missing, is no model, or was not written by this library.</exception>
    public static Predictor Load(string path, PredictorOptions? options = null) => throw new NotImplementedException();

    /// <summary>Decodes a photo, as training does, and judges its quality.</summary>
    /// <param name="photo">A JPEG or PNG file's bytes.</param>
    /// <exception cref="PhotoError">The photo cannot be used.</exception>
    public PreparedPhoto Prepare(ReadOnlyMemory<byte> photo) => throw new NotImplementedException();

    /// <summary>Answers prepared photos in one run of the model.</summary>
    public IReadOnlyList<Answer> Predict(IReadOnlyList<PreparedPhoto> photos) => throw new NotImplementedException();

    /// <summary>Decodes and answers one photo.</summary>
    /// <exception cref="PhotoError">The photo cannot be used.</exception>
    public Answer Predict(ReadOnlyMemory<byte> photo) => Predict([Prepare(photo)])[0];

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
