namespace Derma.Training;

/// <summary>How long the validation loss has not fallen.</summary>
public sealed record StoppingState
{
    /// <summary>The lowest validation loss.</summary>
    public double Best { get; init; } = double.PositiveInfinity;

    /// <summary>Epochs without a fall.</summary>
    public int Bad { get; init; }

    public StoppingState After(double loss, EarlyStopping options) => loss < Best - options.MinDelta
        ? new StoppingState { Best = loss }
        : this with { Bad = Bad + 1 };

    public bool Stops(EarlyStopping options) => Bad >= options.Patience;
}
