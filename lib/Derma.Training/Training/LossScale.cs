namespace Derma.Training;

/// <summary>
/// The factor that keeps gradients in the range of half precision, as PyTorch's <c>GradScaler</c>: halved when a gradient is no number, doubled
/// after enough steps without one.
/// </summary>
public sealed record LossScale
{
    const int StepsToGrow = 2000;

    /// <summary>The factor of the loss.</summary>
    public double Factor { get; init; } = 65536;

    /// <summary>Steps since the factor last changed.</summary>
    public int Steps { get; init; }

    public LossScale After(bool finite) =>
        !finite ? new LossScale { Factor = Factor / 2 }
        : Steps + 1 == StepsToGrow ? new LossScale { Factor = Factor * 2 }
        : this with { Steps = Steps + 1 };
}
