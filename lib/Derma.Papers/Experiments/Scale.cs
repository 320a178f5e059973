using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>How large a run is: picture size, how many pictures, how long each attempt trains. The same notebooks run at every scale.</summary>
public sealed record Scale
{
    /// <summary>The name on the command line and in <c>DERMA_SCALE</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Side of the square pictures, in pixels. The CNN report uses 256 (section 2.1).</summary>
    public required int ImageSize { get; init; }

    /// <summary>How many built-in drawings to make for training and for validation.</summary>
    public required (int Train, int Validation) Drawings { get; init; }

    /// <summary>Size and drawings of Smart Derma's notebooks.</summary>
    public required SmartDermaScale SmartDerma { get; init; }

    /// <summary>Most training photos taken from a set of real photos, and twice the most of any other part; null for all of them.</summary>
    public int? MaxPhotos { get; init; }

    /// <summary>
    /// Optimizer steps that each attempt of the CNN report may take, attempt 1 first; null trains for the epochs that the report prints.
    /// A budget takes the place of the epochs, since 795 epochs cut in proportion would leave attempt 1 a hundred steps.
    /// </summary>
    public ImmutableArray<int>? StepBudgets { get; init; }

    /// <summary>Epochs between two validations; the last epoch is always validated.</summary>
    public int ValidateEvery { get; init; } = 1;

    /// <summary>Optimizer steps of the better recipe on drawings and on real photos; null trains for its epochs.</summary>
    public (int? Drawings, int? Photos) RecipeSteps { get; init; }

    /// <summary>How many seeds each training repeats by default.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>What a reader should expect, in one sentence.</summary>
    public required string About { get; init; }

    /// <summary>The step budget of one attempt, or null where the printed epochs count.</summary>
    /// <param name="attempt">1 to 10.</param>
    public int? StepsFor(int attempt) => StepBudgets?[attempt - 1];
}
