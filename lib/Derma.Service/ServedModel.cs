namespace Derma.Service;

/// <summary>The two steps of a model that the service needs, in two delegates, so that its own behaviour can be tested without one.</summary>
/// <param name="Info">What the model says of itself.</param>
/// <param name="Prepare">Decodes a photo; called by several threads at once.</param>
/// <param name="Predict">Answers prepared photos; called by one thread.</param>
sealed record ServedModel(
    ModelInfo Info, Func<ReadOnlyMemory<byte>, PreparedPhoto> Prepare, Func<IReadOnlyList<PreparedPhoto>, IReadOnlyList<Answer>> Predict)
{
    public static ServedModel Of(Predictor predictor) => new(predictor.Info, predictor.Prepare, predictor.Predict);
}
