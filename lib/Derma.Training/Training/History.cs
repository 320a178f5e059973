using System.Text.Json;
using System.Text.Json.Serialization;

namespace Derma.Training;

/// <summary>The epochs of a training, first to last.</summary>
/// <param name="Epochs">One entry an epoch.</param>
public sealed record History(IReadOnlyList<EpochMetrics> Epochs)
{
    /// <summary>How histories are written.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>A training that has not begun.</summary>
    public static History Empty { get; } = new([]);

    /// <summary>The last epoch, or null before the first has ended.</summary>
    [JsonIgnore]
    public EpochMetrics? Last => Epochs.Count == 0 ? null : Epochs[^1];

    /// <summary>The validated epoch with the highest validation accuracy, the earliest of equals; null where none was validated.</summary>
    [JsonIgnore]
    public EpochMetrics? Best => BestBy(Training.BestBy.ValidationAccuracy);

    /// <summary>
    /// The best validated epoch, the earliest of equals; null where none has the figure. Early stopping goes by the loss and the kept
    /// weights by macro-F1 (Smart Derma 4.2.1 and 4.2.4), which may be two epochs.
    /// </summary>
    /// <param name="by">What is compared.</param>
    public EpochMetrics? BestBy(BestBy by) => Epochs.Where(epoch => !double.IsNaN(epoch.Score(by))).MaxBy(epoch => epoch.Score(by));

    /// <summary>This history with one more epoch.</summary>
    public History With(EpochMetrics epoch) => new([.. Epochs, epoch]);

    /// <summary>Writes JSON: <c>{"epochs":[{"epoch":1,"trainLoss":…}]}</c>; an epoch without validation has "NaN".</summary>
    public void Save(string path) => AtomicFile.WriteText(path, ToJson());

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="UserError">The file is missing or holds something else.</exception>
    public static History Load(string path)
    {
        if (!File.Exists(path)) throw new UserError($"There is no history file {path}.");
        try
        {
            return FromJson(File.ReadAllText(path));
        }
        catch (JsonException error)
        {
            throw new UserError($"{path} is not a training history: {error.Message}");
        }
    }

    /// <summary>The text of <see cref="Save"/>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads the text of <see cref="ToJson"/>.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static History FromJson(string text) =>
        JsonSerializer.Deserialize<History>(text, Json) is { Epochs: not null } history
            ? history : throw new JsonException("it has no epochs");
}

/// <summary>What one epoch ended with.</summary>
/// <param name="Epoch">1 for the first.</param>
/// <param name="TrainLoss">Mean over the epoch's batches, with the L2 penalty and class weights, while the weights were changing (as Keras
/// shows it).
/// </param>
/// <param name="TrainAccuracy">Share of correct training photos over the epoch, with augmentation and dropout, 0 to 1.</param>
/// <param name="ValidationLoss">Loss after the epoch, with the L2 penalty, without class weights; NaN where the epoch was not validated.
/// </param>
/// <param name="ValidationAccuracy">Accuracy after the epoch, 0 to 1; NaN where the epoch was not validated.</param>
/// <param name="LearningRate">Rate of the epoch's last step.</param>
/// <param name="Seconds">Wall time of the epoch with its validation.</param>
public sealed record EpochMetrics(
    int Epoch, double TrainLoss, double TrainAccuracy, double ValidationLoss, double ValidationAccuracy, double LearningRate,
    double Seconds)
{
    /// <summary>
    /// Mean precision of the classes over the epoch's training photos, as <see cref="TrainAccuracy"/> is taken; NaN in files of older
    /// versions.
    /// </summary>
    public double TrainPrecision { get; init; } = double.NaN;

    /// <summary>Mean recall of the classes over the epoch's training photos.</summary>
    public double TrainRecall { get; init; } = double.NaN;

    /// <summary>Mean F1 of the classes over the epoch's training photos.</summary>
    public double TrainF1 { get; init; } = double.NaN;

    /// <summary>Mean precision of the classes after the epoch (Smart Derma 4.2.3); NaN where the epoch was not validated.</summary>
    public double ValidationPrecision { get; init; } = double.NaN;

    /// <summary>Mean recall of the classes after the epoch; NaN where the epoch was not validated.</summary>
    public double ValidationRecall { get; init; } = double.NaN;

    /// <summary>Mean F1 of the classes after the epoch (macro-F1); NaN where the epoch was not validated.</summary>
    public double ValidationF1 { get; init; } = double.NaN;

    /// <summary>Whether the epoch was validated.</summary>
    [JsonIgnore]
    public bool Validated => !double.IsNaN(ValidationAccuracy);

    /// <summary>Whether the epoch beats the best so far; any figure beats none.</summary>
    public bool IsBetterThan(EpochMetrics? best, BestBy by) => best is null || double.IsNaN(best.Score(by)) || Score(by) > best.Score(by);

    /// <summary>What is compared: the highest is best.</summary>
    public double Score(BestBy by) => by switch
    {
        BestBy.ValidationAccuracy => ValidationAccuracy,
        BestBy.ValidationLoss => -ValidationLoss,
        BestBy.MacroF1 => ValidationF1,
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };
}

/// <summary>What a training left; the network holds the last weights.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="History">Every finished epoch, and a last one that the budget of steps cut short.</param>
/// <param name="BestEpoch">The best validated epoch, or null without validation.</param>
/// <param name="Steps">Steps done, over all processes that took part.</param>
public sealed record TrainingResult(TrainingStatus Status, History History, EpochMetrics? BestEpoch, int Steps)
{
    /// <summary>Whether the training was cancelled and can go on.</summary>
    public bool Interrupted => Status == TrainingStatus.Interrupted;
}

/// <summary>How a training ended.</summary>
public enum TrainingStatus
{
    /// <summary>All epochs, or the whole budget of steps.</summary>
    Completed,

    /// <summary>The validation loss no longer fell, and early stopping ended the training.</summary>
    StoppedEarly,

    /// <summary>Cancelled; the checkpoint holds the last step.</summary>
    Interrupted,

    /// <summary>
    /// The loss was no longer a finite number; the weights are useless and no checkpoint was written after the last good one.
    /// </summary>
    Diverged,
}

/// <summary>Where a training is, reported after every step.</summary>
/// <param name="Epoch">The running epoch, 1 for the first.</param>
/// <param name="Epochs">The last epoch.</param>
/// <param name="Step">Steps done in this epoch.</param>
/// <param name="StepsPerEpoch">Steps of a whole epoch.</param>
/// <param name="StepsDone">Steps done of the whole training.</param>
/// <param name="Steps">Steps of the whole training.</param>
/// <param name="Loss">Mean training loss of this epoch so far.</param>
/// <param name="Accuracy">Training accuracy of this epoch so far, 0 to 1.</param>
/// <param name="PhotosPerSecond">Speed since this process began to train.</param>
/// <param name="TimeLeft">Estimated time to the end, validation included.</param>
public sealed record TrainingProgress(
    int Epoch, int Epochs, int Step, int StepsPerEpoch, int StepsDone, int Steps,
    double Loss, double Accuracy, double PhotosPerSecond, TimeSpan TimeLeft);
