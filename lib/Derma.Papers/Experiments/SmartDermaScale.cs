namespace Derma.Papers;

/// <summary>The part of a scale that the notebooks of Smart Derma read.</summary>
public sealed record SmartDermaScale
{
    const double PeakFactor = 2;

    /// <summary>Side of the square pictures, in pixels. Smart Derma uses 224 (section 4.1.4).</summary>
    public required int ImageSize { get; init; }

    /// <summary>How many built-in drawings of its 13 classes to make; validation takes its share of those for training.</summary>
    public required (int Train, int Test) Drawings { get; init; }

    /// <summary>Most epochs of a network on drawings and on real photos; null for the recipe's own.</summary>
    public (int? Drawings, int? Photos) Epochs { get; init; }

    /// <summary>How many seeds each training repeats by default.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>The grid search of notebook 37.</summary>
    public required Grid Grid { get; init; }

    /// <summary>How many requests notebooks 41 to 43 send.</summary>
    public LatencyEffort Latency { get; init; } = LatencyEffort.Quick;

    /// <summary>
    /// An experiment with this scale's epochs. A short training follows a one-cycle rate, which settles at any length; a plateau of a
    /// few epochs would say nothing. Its peak is twice the printed rate, since most of the cycle lies below.
    /// </summary>
    /// <param name="experiment">As the paper has it.</param>
    /// <param name="drawings">Whether the photos are the built-in drawings.</param>
    public Experiment Shorten(Experiment experiment, bool drawings)
    {
        if ((drawings ? Epochs.Drawings : Epochs.Photos) is not { } epochs || epochs >= experiment.Training.Epochs) return experiment;
        return experiment with
        {
            Training = experiment.Training with { Epochs = epochs, Schedule = RateSchedule.OneCycle, LearningRate = PeakFactor * experiment.Training.LearningRate, WarmUp = null, Plateau = null, EarlyStopping = null },
        };
    }
}
