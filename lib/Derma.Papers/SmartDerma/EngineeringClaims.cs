namespace Derma.Papers;

/// <summary>What notebook 38 found out about this run's training machinery.</summary>
public sealed record EngineeringFindings
{
    /// <summary>The photos of two epochs, each in the order in which a training with the recipe shows them.</summary>
    public required (IReadOnlyList<int> First, IReadOnlyList<int> Second) Orders { get; init; }

    /// <summary>Names of what the file of the best weights says of its epoch.</summary>
    public required IReadOnlyCollection<string> KeptWithBest { get; init; }

    /// <summary>The epoch of that file, and the first with the training's highest validation F1.</summary>
    public required (int InFile, int Highest) BestEpoch { get; init; }

    /// <summary>Whether a training that was killed and resumed ended with the same bits as one that was not.</summary>
    public required bool ResumedToTheSameBits { get; init; }

    /// <summary>The same training in 32 bits.</summary>
    public required PrecisionRun Full { get; init; }

    /// <summary>The same training in 16 bits.</summary>
    public required PrecisionRun Reduced { get; init; }
}

/// <summary>A training in one precision.</summary>
/// <param name="Precision">What its steps computed with.</param>
/// <param name="Seconds">Wall time of all steps.</param>
/// <param name="Loss">Training loss of the last epoch.</param>
/// <param name="Validation">Validation accuracy, from 0 to 1.</param>
/// <param name="Interval">Its 95 % interval.</param>
public sealed record PrecisionRun(Precision Precision, double Seconds, double Loss, double Validation, Interval Interval);

/// <summary>What Smart Derma says of shuffling, checkpoints and mixed precision (4.2.1, 4.2.4, 4.2.5), held against a run's own
/// machinery.</summary>
public static class EngineeringClaims
{
    static readonly string[] printed = ["epoch", "learning_rate", "metrics"];

    /// <summary>Checks what notebook 38 found.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="found">What it found.</param>
    public static IReadOnlyList<ClaimCheck> Check(ClaimBook book, EngineeringFindings found) =>
    [
        book.Check("smart.training.shuffled", !found.Orders.First.SequenceEqual(found.Orders.Second)),
        book.Check("smart.training.kept-with-best", printed.All(found.KeptWithBest.Contains)),
        book.Check("smart.training.saved-on-improvement", found.BestEpoch.InFile == found.BestEpoch.Highest),
        book.Check("smart.training.resumed", found.ResumedToTheSameBits),
        book.Check("smart.training.mixed-precision-faster", found.Reduced.Seconds < found.Full.Seconds, note: string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{found.Reduced.Precision} {found.Reduced.Seconds:0.0} s, {found.Full.Precision} {found.Full.Seconds:0.0} s, on this machine."
        )),
        book.Check("smart.training.mixed-precision-accuracy", found.Reduced.Validation >= found.Full.Interval.Low,
            note: $"{LabViews.Percent(found.Reduced.Validation)} against {LabViews.Words(found.Full.Interval)}, the interval in 32 bits."),
    ];
}
