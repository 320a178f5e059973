using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// Runs a network over photos in evaluation mode: no dropout, moving batch-norm statistics, and no augmentation unless it is asked for.
/// </summary>
public static class Evaluator
{
    /// <summary>Probabilities for every photo, in cache order.</summary>
    /// <param name="model">The network; its training mode is put back afterwards.</param>
    /// <param name="photos">Decoded photos of the size that the network takes.</param>
    /// <param name="classes">Class names in label order.</param>
    /// <param name="batchSize">Photos at once; decides memory, and results only by rounding.</param>
    /// <param name="changes">Random changes of every photo, for test-time augmentation; none where null.</param>
    /// <param name="epoch">Picks the changes: every number gives others.</param>
    public static Predictions Predict(
        Classifier model, PixelCache photos, IReadOnlyList<string> classes, int batchSize = 32, AugmentationOptions? changes = null,
        int epoch = 0)
    {
        var probabilities = new float[photos.Count * classes.Count];
        var batches = new Batches(photos, new BatchOptions { BatchSize = batchSize, Augmentation = changes ?? AugmentationOptions.None });
        ForEachBatch(model, batches.Epoch(epoch), (batch, logits) =>
        {
            using var rows = model.Head.Probabilities(logits);
            using var here = rows.cpu();
            var values = here.data<float>().ToArray();
            for (var i = 0; i < batch.Count; i++)
                values.AsSpan(i * classes.Count, classes.Count).CopyTo(probabilities.AsSpan(batch.Indices[i] * classes.Count));
        });
        int[] labels = [.. Enumerable.Range(0, photos.Count).Select(photos.Label)];
        return new Predictions(probabilities, labels, [.. Enumerable.Range(0, photos.Count).Select(i => photos.Photo(i).Path)], classes);
    }

    /// <summary>Shows a network every batch of some photos, in cache order and without gradients.</summary>
    /// <param name="model">The network; its training mode is put back afterwards.</param>
    /// <param name="photos">Decoded photos of the size that the network takes.</param>
    /// <param name="batchSize">Photos at once.</param>
    /// <param name="visit">Given each batch and its logits N,classes, which are gone afterwards.</param>
    public static void ForEachBatch(Classifier model, PixelCache photos, int batchSize, Action<PixelBatch, Tensor> visit) =>
        ForEachBatch(model, new Batches(photos, new BatchOptions { BatchSize = batchSize }).Epoch(0), visit);

    /// <summary>Shows a network batches, without gradients.</summary>
    /// <param name="model">The network; its training mode is put back afterwards.</param>
    /// <param name="batches">Batches of the size that the network takes.</param>
    /// <param name="visit">Given each batch and its logits N,classes, which are gone afterwards.</param>
    public static void ForEachBatch(Classifier model, IEnumerable<PixelBatch> batches, Action<PixelBatch, Tensor> visit)
    {
        var wasTraining = model.training;
        model.eval();
        using var frozen = no_grad();
        using var input = new NetworkInput(model);
        try
        {
            foreach (var batch in batches)
            {
                using var scope = NewDisposeScope();
                visit(batch, model.call(input.Of(batch)));
            }
        }
        finally
        {
            model.train(wasTraining);
        }
    }
}

/// <summary>What an evaluation found.</summary>
/// <param name="Loss">Mean loss with the L2 penalty, without class weights.</param>
/// <param name="Accuracy">Share of right answers, 0 to 1.</param>
/// <param name="Confusion">Truth against prediction.</param>
public sealed record Evaluated(double Loss, double Accuracy, RunningConfusion Confusion);
