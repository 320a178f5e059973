namespace Derma.Training;

/// <summary>
/// Trains a network: batches, loss, optimizer, validation, history, checkpoints. The same options, seed, machine and thread count give the
/// same bits, also when the training was cancelled or killed at any moment and resumed.
/// </summary>
public sealed class Trainer : IDisposable
{
    readonly TrainingOptions options;
    readonly CheckpointOptions? checkpoints;
    readonly Learner learner;
    readonly TrainingStart start;
    readonly TrainingLoop loop;

    /// <summary>Prepares a training; nothing is trained or written yet.</summary>
    /// <param name="model">The network, trained in place; the caller disposes it.</param>
    /// <param name="train">Photos to learn from.</param>
    /// <param name="validation">Photos to validate on, or null for none.</param>
    /// <param name="options">How to train.</param>
    /// <param name="checkpoints">Where to save, or null for nowhere.</param>
    /// <exception cref="UserError">An option is out of range, or there are no photos.</exception>
    public Trainer(
        Classifier model, PixelCache train, PixelCache? validation, TrainingOptions options, CheckpointOptions? checkpoints = null)
    {
        options.Validate(model.Classes);
        RequireLabels(train, model);
        if (validation is null && (options.Plateau is not null || options.EarlyStopping is not null))
            throw new UserError("Plateau and EarlyStopping follow the validation loss, but there are no validation photos.");
        (this.options, this.checkpoints) = (options, checkpoints);
        learner = new Learner(model, options);
        start = new TrainingStart(model, learner, train, options);
        var files = checkpoints is null ? null : new CheckpointFiles(checkpoints, model, learner.Optimizer, start);
        loop = new TrainingLoop(model, learner, train, validation, options, files);
    }

    /// <summary>
    /// Starts from another training's last checkpoint instead of from fresh weights, as attempt 10 does from attempt 9's (CNN report 3.7).
    /// Epochs are counted on from there.
    /// </summary>
    /// <param name="checkpoint">The other training's <c>last.checkpoint</c>.</param>
    /// <param name="keepOptimizerState">Whether Adam goes on with its moments; the report does not say (contradiction 4 of the checklist).</param>
    /// <exception cref="UserError">The file is damaged or holds another network.</exception>
    public void Continue(string checkpoint, bool keepOptimizerState = true) => loop.State = start.Continue(checkpoint, keepOptimizerState);

    /// <summary>Trains to the end, or until cancelled.</summary>
    /// <param name="progress">Told after every step.</param>
    /// <param name="onEpoch">Called after every epoch with the whole history, for live curves.</param>
    /// <param name="cancellation">Ends the training after the running step, with a checkpoint.</param>
    /// <param name="log">Where curves, histograms and pictures go, or null for nowhere.</param>
    /// <exception cref="UserError">The checkpoint to go on from was written with other options, threads, photos or network.</exception>
    public TrainingResult Fit(
        IProgress<TrainingProgress>? progress = null, Action<History>? onEpoch = null, CancellationToken cancellation = default, TrainingLog? log = null)
    {
        ThreadCount.Set(options.Threads);
        loop.State = start.Begin(loop.State, checkpoints);
        return loop.Run(progress, onEpoch, log, cancellation);
    }

    /// <summary>Loss (with the L2 penalty, without class weights) and accuracy in evaluation mode: no dropout, no augmentation.</summary>
    /// <param name="photos">Any photos, the training ones included: what training reports of them is biased by dropout and augmentation.</param>
    public (double Loss, double Accuracy) EvaluateOn(PixelCache photos)
    {
        var found = learner.Evaluate(photos);
        return (found.Loss, found.Accuracy);
    }

    /// <summary>Frees the optimizer's memory.</summary>
    public void Dispose() => learner.Dispose();

    static void RequireLabels(PixelCache photos, Classifier model)
    {
        if (photos.Count == 0) throw new UserError("There are no photos to train on.");
        var classes = Enumerable.Range(0, photos.Count).Max(photos.Label) + 1;
        if (classes > model.Classes) throw new UserError($"The photos are of {classes} classes or more, but the network knows {model.Classes}.");
    }
}
