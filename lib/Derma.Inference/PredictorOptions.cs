namespace Derma.Inference;

/// <summary>How a predictor answers.</summary>
public sealed record PredictorOptions
{
    /// <summary>Threads inside one run of the model.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Answers are the mean over the photo and its mirror images; costs as many runs.</summary>
    public bool Flips { get; init; }

    /// <summary>A calibrated confidence below it is answered "not sure"; 0 switches that off.</summary>
    public double SureFrom { get; init; } = 0.5;

    /// <summary>Where to run.</summary>
    public PredictorDevice Device { get; init; } = PredictorDevice.Auto;

    /// <summary>When a photo gets a warning.</summary>
    public PhotoQualityOptions Quality { get; init; } = new();

    /// <exception cref="UserError">An option is out of range.</exception>
    internal void Validate()
    {
        OptionCheck.Require(Threads >= 1, nameof(Threads), Threads, "at least 1");
        OptionCheck.Require(SureFrom is >= 0 and <= 1, nameof(SureFrom), SureFrom, "between 0 and 1");
    }
}
